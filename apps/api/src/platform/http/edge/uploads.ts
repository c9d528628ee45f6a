import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { DomainError } from '../domain-error.js';

/** What a route takes beyond a small JSON body. */
export interface UploadRule {
  readonly bytes: number;
  /** Takes `text/csv` beside JSON, which the route receives as a {@link Spreadsheet}; or a picture alone. */
  readonly takes: 'csv' | 'picture';
}

/** A body that came as `text/csv`; no JSON body can be mistaken for it. */
export class Spreadsheet {
  constructor(readonly text: string) {}
}

/** The bytes of a body that came as a picture; what they are is for the route to find out. */
export class Picture {
  constructor(readonly bytes: Buffer) {}
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
  fastify.addContentTypeParser(/^(image\/|application\/octet-stream)/, { parseAs: 'buffer' }, takePicture);
  fastify.addContentTypeParser('text/csv', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    done(null, new Spreadsheet(readText(request, body)));
  });
}

function takePicture(
  { routeOptions }: FastifyRequest,
  body: Buffer,
  done: (error: Error | null, read?: Picture) => void,
): void {
  if (ruleIn(routeOptions.config)?.takes === 'picture') done(null, new Picture(body));
  else done(notTaken(routeOptions.config));
}

/** What a route takes, for whoever sent something else. */
export function notTaken(config: unknown): DomainError {
  const detail =
    ruleIn(config)?.takes === 'picture'
      ? 'Send the bytes of the picture itself, with its type, for example image/jpeg.'
      : 'Send the body as application/json.';
  return new DomainError('unsupported_media_type', detail);
}

function readText({ routeOptions }: FastifyRequest, body: Buffer): string {
  if (ruleIn(routeOptions.config)?.takes !== 'csv') throw notTaken(routeOptions.config);
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
