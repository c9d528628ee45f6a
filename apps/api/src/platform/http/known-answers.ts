import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Witness } from '../observability/index.js';
import { requestIdOf } from './edge/request-id.js';
import { encodingFor } from './encoding.js';
import type { Encoding } from './encoding.js';
import { isUnchanged } from './etag.js';
import { headersOf } from './limits/limit-requests.js';
import type { Standing } from './limits/rate-limits.js';

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
  readonly route: string | undefined;
  readonly params: unknown;
  /** Names and values in turn, as `writeHead` takes them. */
  readonly head: readonly string[];
  readonly headUnchanged: readonly string[];
}

/** A request on its way. */
interface Passing {
  readonly raw: IncomingMessage;
  readonly response: ServerResponse;
  readonly begunMs: number;
}

/** What happens to every request, whoever answers it. */
export interface Surroundings {
  /** Whether anything may be answered from here. */
  readonly open: () => boolean;
  readonly ipOf: (raw: IncomingMessage) => string;
  /** Counts a request of this address; undefined when nothing is limited. */
  readonly count?: (ip: string) => Promise<Standing>;
  /** Are told of each answer. */
  readonly witnesses: readonly Witness[];
}

const INSTALLED = new WeakMap<object, KnownAnswers>();

/**
 * Answers that were sent before and still hold, by address and encoding: in a rush hundreds of guests read one menu. They
 * go out before the framework sees their request, which costs it more than all the rest; counted, limited and logged they
 * are as any other.
 */
export class KnownAnswers {
  readonly #answers = new Map<string, Written>();

  private constructor(private readonly surroundings: Surroundings) {}

  static install({ server }: FastifyInstance, surroundings: Surroundings): void {
    const known = new KnownAnswers(surroundings);
    INSTALLED.set(server, known);
    const [onward] = server.listeners('request') as RequestListener[];
    if (!onward) throw new Error('Nobody would answer what is not known.');
    server.off('request', onward).on('request', (raw, response) => known.#answer(raw, response, onward));
  }

  static of({ server }: FastifyReply): KnownAnswers | undefined {
    return INSTALLED.get(server.server);
  }

  /** Remembers what this reply will have said once it is sent. */
  keep(reply: FastifyReply, encoding: Encoding, answer: KnownAnswer): void {
    const { request, raw } = reply;
    if (request.method !== 'GET') return;
    const { params } = request;
    const route = request.routeOptions.url;
    raw.once('finish', () => {
      if (raw.statusCode !== 200 || raw.hasHeader('set-cookie')) return;
      if (this.#answers.size >= MOST_ANSWERS) this.#answers.clear();
      const headers = Object.entries(raw.getHeaders()).filter(([name]) => !OF_ONE_ANSWER.has(name));
      const head = headers.flatMap(([name, value]) => [name, String(value)]);
      const headUnchanged = headers.flatMap(([name, value]) => (OF_THE_BODY.has(name) ? [] : [name, String(value)]));
      this.#answers.set(keyOf(request.raw, encoding), { ...answer, route, params, head, headUnchanged });
    });
  }

  #answer(raw: IncomingMessage, response: ServerResponse, onward: RequestListener): void {
    const known = this.#find(raw);
    if (!known) return onward(raw, response);
    const passing = { raw, response, begunMs: performance.now() };
    const { ipOf, count } = this.surroundings;
    const ip = ipOf(raw);
    if (!count) return this.#send(passing, { known, ip });
    // Whether it is staff, who may ask more often, is found out on the long way.
    const decide = (standing: Standing): void =>
      standing.exceeded ? onward(raw, response) : this.#send(passing, { known, ip, standing });
    count(ip).then(decide, () => onward(raw, response));
  }

  #find(raw: IncomingMessage): Written | undefined {
    const { method, headers } = raw;
    if (method !== 'GET' || headers.host === undefined || !this.surroundings.open()) return undefined;
    const known = this.#answers.get(keyOf(raw, encodingFor(headers['accept-encoding'])));
    return known?.holds() === true ? known : undefined;
  }

  #send(
    { raw, response, begunMs }: Passing,
    { known, ip, standing }: { readonly known: Written; readonly ip: string; readonly standing?: Standing },
  ): void {
    const { url = '', method = '' } = raw;
    const id = requestIdOf(raw);
    const same = isUnchanged(raw.headers['if-none-match'], known.tag);
    const status = same ? 304 : 200;
    const limits = standing ? headersOf([standing]).flat() : [];
    response.writeHead(status, ['X-Request-Id', id, ...limits, ...(same ? known.headUnchanged : known.head)]);
    response.end(same ? undefined : known.bytes);
    const { route, params } = known;
    const ms = performance.now() - begunMs;
    for (const tell of this.surroundings.witnesses) tell({ id, method, url, route, params, status, ms, ip });
  }
}

const keyOf = ({ url }: IncomingMessage, encoding: Encoding): string => `${encoding} ${url ?? ''}`;
