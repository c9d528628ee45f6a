import { createHash } from 'node:crypto';
import scalar from '@scalar/fastify-api-reference';
import type { FastifyInstance } from 'fastify';
import { OPENAPI_PATH } from './serve-description.js';

export const DOCS_PATH = '/api/docs';

/** Serves the readable documentation of the API to anybody. */
export async function serveDocsPage(fastify: FastifyInstance): Promise<void> {
  await fastify.register(async (docs) => {
    docs.addHook('onSend', async (_request, reply, payload) => {
      if (typeof payload !== 'string') return payload;
      void reply.header('Cache-Control', 'no-cache').header('Content-Security-Policy', policyOf(payload));
      return payload.replace('<html>', '<html lang="en">');
    });
    await docs.register(scalar, { routePrefix: DOCS_PATH, configuration: CONFIGURATION });
  });
}

/** Everything comes from this server: no fonts, no proxy, no telemetry from elsewhere. */
const CONFIGURATION = {
  url: OPENAPI_PATH,
  pageTitle: 'Comanda API',
  withDefaultFonts: false,
  telemetry: false,
  agent: { disabled: true },
  mcp: { disabled: true },
  hideClientButton: true,
  showDeveloperTools: 'never',
  persistAuth: false,
} as const;

/** The page starts the reference with a short script of its own, which the policy knows by its hash. */
function policyOf(html: string): string {
  const scripts = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)];
  const hashes = scripts.map(([, script = '']) => ` 'sha256-${createHash('sha256').update(script).digest('base64')}'`);
  return [
    "default-src 'none'",
    `script-src 'self'${hashes.join('')}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
