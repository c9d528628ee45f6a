import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { encodingFor } from './encoding.js';
import type { Encoding } from './encoding.js';
import { isUnchanged } from './etag.js';
import { standingsOf } from './limits/limit-requests.js';

/** One query can be written in many ways; what is dropped is found again by its route. */
const MOST_ANSWERS = 500;
/** These belong to one answer, not to what it says. */
const OF_ONE_ANSWER = new Set(['x-request-id', 'ratelimit', 'ratelimit-policy', 'connection']);
const OF_THE_BODY = new Set(['content-type', 'content-length', 'content-encoding']);

/** What was sent whole and may be sent again while it holds. */
interface KnownAnswer {
  readonly tag: string;
  readonly bytes: Buffer;
  readonly holds: () => boolean;
}

interface Written extends KnownAnswer {
  /** Names and values in turn, as `writeHead` takes them. */
  readonly head: readonly string[];
  readonly headUnchanged: readonly string[];
}

const INSTALLED = new WeakMap<object, KnownAnswers>();

/**
 * Answers that were sent before and still hold, by address and encoding: in a rush hundreds of guests read one menu. They
 * go out before anything is parsed or looked up, yet after all that counts, limits, traces and logs requests.
 */
export class KnownAnswers {
  readonly #answers = new Map<string, Written>();

  /** Install it behind what has to see every request. `open` says whether it may answer. */
  static install(fastify: FastifyInstance, open: () => boolean): void {
    const known = new KnownAnswers();
    INSTALLED.set(fastify.server, known);
    fastify.addHook('onRequest', (request, reply, done) => {
      if (!open() || !known.#send(request, reply)) done();
    });
  }

  static of({ server }: FastifyReply): KnownAnswers | undefined {
    return INSTALLED.get(server.server);
  }

  /** Remembers what this reply will have said once it is sent. */
  keep(reply: FastifyReply, encoding: Encoding, answer: KnownAnswer): void {
    const { request, raw } = reply;
    if (request.method !== 'GET') return;
    raw.once('finish', () => {
      if (raw.statusCode !== 200 || raw.hasHeader('set-cookie')) return;
      if (this.#answers.size >= MOST_ANSWERS) this.#answers.clear();
      const headers = Object.entries(raw.getHeaders()).filter(([name]) => !OF_ONE_ANSWER.has(name));
      const head = headers.flatMap(([name, value]) => [name, String(value)]);
      const headUnchanged = headers.flatMap(([name, value]) => (OF_THE_BODY.has(name) ? [] : [name, String(value)]));
      this.#answers.set(keyOf(request, encoding), { ...answer, head, headUnchanged });
    });
  }

  #send(request: FastifyRequest, reply: FastifyReply): boolean {
    if (request.method !== 'GET' || request.headers.host === undefined) return false;
    // Whether it is staff, who may ask more often, is found out on the long way.
    if (standingsOf(request)?.some(({ exceeded }) => exceeded)) return false;
    const key = keyOf(request, encodingFor(request.headers['accept-encoding']));
    const known = this.#answers.get(key);
    if (known?.holds() !== true) return false;
    const same = isUnchanged(request.headers['if-none-match'], known.tag);
    const head = ['X-Request-Id', request.id, ...(same ? known.headUnchanged : known.head)];
    reply.hijack();
    reply.raw.writeHead(same ? 304 : 200, head).end(same ? undefined : known.bytes);
    return true;
  }
}

const keyOf = ({ raw }: FastifyRequest, encoding: Encoding): string => `${encoding} ${raw.url ?? ''}`;
