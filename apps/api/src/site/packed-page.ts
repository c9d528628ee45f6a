import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { etag, isUnchanged, unchanged } from '../platform/http/index.js';

/** Packed once and sent often, so it is worth a few milliseconds of a thread. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };

/** A page as it is sent: plain, and packed in the ways that browsers know. */
export interface PackedPage {
  readonly tag: string;
  readonly bodies: ReadonlyMap<Packing, Buffer>;
}

const PACKINGS = ['br', 'gzip', 'identity'] as const;
type Packing = (typeof PACKINGS)[number];

export async function packPage(html: string): Promise<PackedPage> {
  const plain = Buffer.from(html);
  const [br, zipped] = await Promise.all([promisify(brotliCompress)(plain, BROTLI), promisify(gzip)(plain)]);
  return {
    tag: etag(createHash('sha256').update(plain).digest('base64url').slice(0, 22)),
    bodies: new Map([
      ['br', br],
      ['gzip', zipped],
      ['identity', plain],
    ]),
  };
}

/** Sends it in the best packing that the caller takes, or 304. */
export function sendPage(request: FastifyRequest, reply: FastifyReply, page: PackedPage): FastifyReply {
  void reply.header('ETag', page.tag).header('Cache-Control', 'no-cache').header('Vary', 'Accept-Encoding');
  if (isUnchanged(request.headers['if-none-match'], page.tag)) {
    unchanged(reply, page.tag);
    return reply.send();
  }
  const accepted = String(request.headers['accept-encoding'] ?? '');
  const packing = PACKINGS.find((each) => each !== 'identity' && new RegExp(`\\b${each}\\b`).test(accepted));
  if (packing !== undefined) void reply.header('Content-Encoding', packing);
  return reply.type('text/html; charset=utf-8').send(page.bodies.get(packing ?? 'identity'));
}
