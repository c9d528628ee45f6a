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
      const page = payload.replace('<html>', '<html lang="en">').replace('</body>', `${FEWER_LANDMARKS}</body>`);
      void reply.header('Cache-Control', 'no-cache').header('Content-Security-Policy', policyOf(page));
      return page;
    });
    await docs.register(scalar, { routePrefix: DOCS_PATH, configuration: CONFIGURATION });
  });
}

/**
 * Scalar's own colours for lesser texts and for methods are too faint to be read by everybody (WCAG 1.4.3), and its
 * samples scroll where the keyboard cannot follow (WCAG 2.1.1): they wrap instead.
 */
const READABLE = `
.light-mode {
  --scalar-color-3: #646464;
  --scalar-color-green: #00734a;
  --scalar-color-yellow: #805a00;
  --scalar-color-orange: #a83a00;
  --scalar-color-red: #b8000a;
  --scalar-color-blue: #0063a0;
}
.dark-mode {
  --scalar-color-3: #949494;
  --scalar-color-red: #ff6b6b;
}
code.hljs {
  overflow: visible !important;
}
code.hljs, code.hljs * {
  white-space: pre-wrap !important;
  overflow-wrap: anywhere;
}
`;

/** Each operation makes its example answers a landmark of the same name, so that none of them leads anywhere. */
const FEWER_LANDMARKS = `<script>
new MutationObserver(() => {
  for (const card of document.querySelectorAll('.response-card[role=region]')) card.setAttribute('role', 'group');
}).observe(document.body, { childList: true, subtree: true });
</script>`;

/** Everything comes from this server: no fonts, no proxy, no telemetry from elsewhere. */
const CONFIGURATION = {
  url: OPENAPI_PATH,
  pageTitle: 'Comanda API',
  customCss: READABLE,
  withDefaultFonts: false,
  telemetry: false,
  agent: { disabled: true },
  mcp: { disabled: true },
  hideClientButton: true,
  showDeveloperTools: 'never',
  persistAuth: false,
} as const;

/** The page starts the reference with short scripts of its own, which the policy knows by their hashes. */
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
