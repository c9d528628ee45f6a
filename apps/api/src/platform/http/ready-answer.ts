import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyReply } from 'fastify';
import { encodingFor } from './encoding.js';
import type { Encoding } from './encoding.js';
import { etag, isUnchanged } from './etag.js';
import { KnownAnswers } from './known-answers.js';

/** Compressing happens once, reading many times; the best quality takes ten times as long for a twentieth less. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
const COMPRESS = {
  br: (bytes: Buffer) => promisify(brotliCompress)(bytes, BROTLI),
  gzip: (bytes: Buffer) => promisify(gzip)(bytes, { level: 9 }),
  identity: async (bytes: Buffer) => bytes,
};

/** An answer that many ask for: written once, compressed once for each encoding that somebody takes. */
export class ReadyAnswer {
  readonly #bytes: Buffer;
  readonly #hash: string;
  readonly #encoded = new Map<Encoding, Promise<Buffer>>();

  private constructor(
    text: string,
    private readonly type: string,
    private readonly holds?: () => boolean,
  ) {
    this.#bytes = Buffer.from(text);
    this.#hash = createHash('sha256').update(this.#bytes).digest('base64url');
  }

  /** While it `holds`, whoever asks at the same address gets the same. */
  static json(body: unknown, holds?: () => boolean): ReadyAnswer {
    return new ReadyAnswer(JSON.stringify(body), 'application/json; charset=utf-8', holds);
  }

  static html(page: string): ReadyAnswer {
    return new ReadyAnswer(page, 'text/html; charset=utf-8');
  }

  /** Sends it, or 304 to who has it; every encoding is a representation with a strong tag of its own (RFC 9110, 8.8.3.3). */
  async send(reply: FastifyReply, known: string | undefined): Promise<void> {
    const encoding = encodingFor(reply.request.headers['accept-encoding']);
    const tag = etag(encoding === 'identity' ? this.#hash : `${this.#hash}-${encoding}`);
    void reply.header('ETag', tag).header('Cache-Control', 'no-cache').header('Vary', 'Accept-Encoding');
    if (isUnchanged(known, tag)) return void reply.status(304).send();
    const bytes = await this.#in(encoding);
    if (encoding !== 'identity') void reply.header('Content-Encoding', encoding);
    if (this.holds) KnownAnswers.of(reply)?.keep(reply, encoding, { tag, bytes, holds: this.holds });
    void reply.type(this.type).send(bytes);
  }

  #in(encoding: Encoding): Promise<Buffer> {
    const known = this.#encoded.get(encoding);
    if (known) return known;
    const made = COMPRESS[encoding](this.#bytes);
    this.#encoded.set(encoding, made);
    return made;
  }
}
