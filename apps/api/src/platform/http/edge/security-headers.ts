import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { constants } from 'node:zlib';
import fastifyCompress from '@fastify/compress';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import helmet from 'helmet';
import type { HelmetOptions } from 'helmet';

const HALF_A_YEAR_S = 15_552_000;
/** What fits into one packet gains nothing. */
const WORTH_COMPRESSING_BYTES = 1400;
/** As small as gzip's best, and quick enough for every answer. */
const BROTLI_QUALITY = 4;

/** As short as it can be: it goes with every order and every menu. */
const DATA = '/api/v1/';

/** What browsers are told to refuse. `inlineScripts` are the CSP hashes of scripts inside of our HTML. */
export function installSecurityHeaders(app: NestFastifyApplication, inlineScripts: readonly string[]): void {
  const ofPages = headersBy(forPages(inlineScripts));
  const ofData = headersBy(FOR_DATA);
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', (request, reply, done) => {
    // On the raw answer, so that a live stream carries them too.
    const headers = request.url.startsWith(DATA) ? ofData : ofPages;
    for (const [name, value] of headers) reply.raw.setHeader(name, value);
    done();
  });
}

const COMMON = {
  strictTransportSecurity: { maxAge: HALF_A_YEAR_S, includeSubDomains: false },
  xFrameOptions: { action: 'deny' },
} as const;

const forPages = (inlineScripts: readonly string[]): HelmetOptions => ({
  ...COMMON,
  contentSecurityPolicy: { useDefaults: false, directives: policy(inlineScripts) },
});

/** Data is no page: nothing may run or be loaded by it. The other headers say nothing about it (OWASP, REST Security). */
const FOR_DATA: HelmetOptions = {
  ...COMMON,
  contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
  crossOriginOpenerPolicy: false,
  originAgentCluster: false,
  referrerPolicy: false,
  xDnsPrefetchControl: false,
  xDownloadOptions: false,
  xPermittedCrossDomainPolicies: false,
  xXssProtection: false,
};

/** They are the same for every answer, so that helmet is asked for them once. */
function headersBy(options: HelmetOptions): [name: string, value: string][] {
  const answer = new ServerResponse(new IncomingMessage(new Socket()));
  helmet(options)(answer.req, answer, () => undefined);
  return Object.entries(answer.getHeaders()).map(([name, value]) => [name, String(value)]);
}

/** Brotli or gzip for every answer that Fastify sends; live streams are written past it and stay as they are. */
export async function installCompression(app: NestFastifyApplication): Promise<void> {
  await app.register(fastifyCompress, {
    globalDecompression: false,
    encodings: ['br', 'gzip'],
    threshold: WORTH_COMPRESSING_BYTES,
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } },
  });
}

/** Angular writes styles into the page; menus may show photos from elsewhere. Plain http in a restaurant's network works. */
function policy(inlineScripts: readonly string[]): Record<string, string[]> {
  return {
    defaultSrc: ["'self'"],
    baseUri: ["'self'"],
    connectSrc: ["'self'"],
    fontSrc: ["'self'", 'data:'],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    imgSrc: ["'self'", 'data:', 'blob:', 'https:'],
    objectSrc: ["'none'"],
    scriptSrc: ["'self'", ...inlineScripts],
    scriptSrcAttr: ["'none'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
  };
}
