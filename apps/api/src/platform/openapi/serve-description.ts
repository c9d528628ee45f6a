import { createHash } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { etag } from '../http/index.js';
import { describeApi } from './document.js';

export const OPENAPI_PATH = '/api/openapi.json';

/** Serves the description of the API to anybody; it is made when somebody first asks for it. */
export function serveApiDescription(app: NestFastifyApplication): void {
  let made: { readonly body: string; readonly tag: string } | undefined;
  app
    .getHttpAdapter()
    .getInstance()
    .get(OPENAPI_PATH, (request, reply) => {
      const { body, tag } = (made ??= describe(app));
      reply.header('ETag', tag).header('Cache-Control', 'no-cache').header('Access-Control-Allow-Origin', '*');
      if (request.headers['if-none-match'] === tag) return reply.status(304).send();
      return reply.type('application/json; charset=utf-8').send(body);
    });
}

/** Our tests hold answers to what is described; programs that are made of it must bear the fields that come later. */
const leaveOpen = (key: string, value: unknown): unknown =>
  key === 'additionalProperties' && value === false ? undefined : value;

function describe(app: NestFastifyApplication): { body: string; tag: string } {
  const body = JSON.stringify(describeApi(app), leaveOpen);
  return { body, tag: etag(createHash('sha256').update(body).digest('base64url')) };
}
