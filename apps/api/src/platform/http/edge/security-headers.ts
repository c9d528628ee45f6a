import { constants } from 'node:zlib';
import fastifyCompress from '@fastify/compress';
import fastifyHelmet from '@fastify/helmet';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

const HALF_A_YEAR_S = 15_552_000;
/** What fits into one packet gains nothing. */
const WORTH_COMPRESSING_BYTES = 1400;
/** As small as gzip's best, and quick enough for every answer. */
const BROTLI_QUALITY = 4;

/** What browsers are told to refuse on our pages. `inlineScripts` are the CSP hashes of scripts inside of our HTML. */
export async function installSecurityHeaders(
  app: NestFastifyApplication,
  inlineScripts: readonly string[],
): Promise<void> {
  await app.register(fastifyHelmet, {
    contentSecurityPolicy: { useDefaults: false, directives: policy(inlineScripts) },
    strictTransportSecurity: { maxAge: HALF_A_YEAR_S, includeSubDomains: false },
    xFrameOptions: { action: 'deny' },
  });
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
