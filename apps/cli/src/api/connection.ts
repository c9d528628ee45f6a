import { setTimeout as wait } from 'node:timers/promises';
import { EXIT, Failure } from '../failure.js';
import type { Answer } from './answer.js';

export interface Call {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below `/api/v1`, from its slash on. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Passing trouble: too many requests, a proxy or a database that is away for a moment. */
const PASSING = new Set([429, 502, 503, 504]);
const PATIENCE = [500, 1000, 2000, 4000, 8000];
const LONGEST_WAIT_MS = 60_000;
const ANSWER_WITHIN_MS = 120_000;

/** Speaks HTTP with one server. Every call of ours may be sent twice: it reads, carries a key, or changes only what differs. */
export class Connection {
  readonly #base: string;
  #reached = false;

  /** Throws a failure for an address that is none. */
  constructor(readonly server: string) {
    if (!/^https?:\/\//.test(server) || !URL.canParse(server)) {
      throw new Failure(EXIT.notUnderstood, `"${server}" is no address. Write it like http://localhost:3000.`);
    }
    this.#base = `${server.replace(/\/+$/, '')}/api/v1`;
  }

  /** Asks again while the trouble is a passing one; a server that never answered is given up at once. */
  async send(call: Call): Promise<Answer> {
    for (let attempt = 0; ; attempt++) {
      const pause = PATIENCE[attempt];
      const answer = await this.#try(call);
      if (answer && !isPassing(answer)) return answer;
      if (pause === undefined || !this.#reached) return answer ?? this.#giveUp();
      await wait(answer ? pauseOf(answer, pause) : pause);
    }
  }

  async #try({ method, path, headers = {}, body }: Call): Promise<Answer | undefined> {
    try {
      const response = await fetch(`${this.#base}${path}`, {
        method,
        headers,
        redirect: 'error',
        signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
        ...(body === undefined ? {} : { body }),
      });
      const text = await response.text();
      this.#reached = true;
      return { status: response.status, headers: response.headers, text };
    } catch {
      return undefined;
    }
  }

  #giveUp(): never {
    throw this.#reached
      ? new Failure(EXIT.serverAway, `The server at ${this.server} does not answer any more.`)
      : new Failure(
          EXIT.serverAway,
          `Nobody answers at ${this.server}. Is Comanda running there? Name another address with --server.`,
        );
  }
}

/** A conflict that names a time is a rival request still under way. */
function isPassing({ status, headers }: Answer): boolean {
  return PASSING.has(status) || (status === 409 && headers.has('retry-after'));
}

function pauseOf({ headers }: Answer, pause: number): number {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) ? Math.min(seconds * 1000, LONGEST_WAIT_MS) : pause;
}
