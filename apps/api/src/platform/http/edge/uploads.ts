import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { DomainError } from '../domain-error.js';

/** What a route takes beyond a small JSON body. */
export interface UploadRule {
  readonly bytes: number;
  /** Also takes `text/csv`, which the route receives as a {@link Spreadsheet}. */
  readonly csv: boolean;
}

/** A body that came as `text/csv`; no JSON body can be mistaken for it. */
export class Spreadsheet {
  constructor(readonly text: string) {}
}

const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** A route that takes whole files; all others keep the small limit and take JSON alone. */
export const TakesUpload = (upload: UploadRule) => RouteConfig({ upload });

/** Lets the routes that say so take larger bodies and spreadsheets. */
export function readUploads(fastify: FastifyInstance): void {
  fastify.addHook('onRoute', (route) => {
    const rule = ruleIn(route.config);
    if (rule) route.bodyLimit = rule.bytes;
  });
  fastify.addContentTypeParser('text/csv', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    done(null, new Spreadsheet(readText(request, body)));
  });
}

function readText({ routeOptions }: FastifyRequest, body: Buffer): string {
  if (ruleIn(routeOptions.config)?.csv !== true) {
    throw new DomainError('unsupported_media_type', 'Send the body as application/json.');
  }
  try {
    return UTF8.decode(body);
  } catch {
    throw new DomainError('unreadable_body', 'The spreadsheet is not encoded as UTF-8. Save it as "CSV UTF-8".');
  }
}

function ruleIn(config: unknown): UploadRule | undefined {
  if (typeof config !== 'object' || config === null || !('upload' in config)) return undefined;
  return config.upload as UploadRule;
}
