// How everybody asks the product for something: impatiently, twice, and again until there is an answer.
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { call } from '../installation/guests.mjs';

const DOUBLED = 0.1;
const ABORTED = 0.05;
const ABORTED_WITHIN_MS = 40;
/** Who gets no answer asks again so often, then leaves. */
const PATIENCE = 3;

export const anyOf = (list) => list[Math.floor(Math.random() * list.length)];

export class Asking {
  /** Of requests with a key, how to ask for the same once more. */
  #again = new Map();

  constructor({ history, apis, restaurant, staff, cook, waiter, counted, ingredientId, tables }, isOpen) {
    Object.assign(this, { history, apis, restaurant, staff, cook, waiter, counted, ingredientId, tables, isOpen });
  }

  /** Resolves to the body, or to undefined when nobody answers. */
  async look(path, headers) {
    const { address } = anyOf(this.apis);
    const answer = await call(address, 'GET', path, { headers }).catch(() => undefined);
    return answer?.status === 200 ? answer.body : undefined;
  }

  /** A request without a key, or with one that is sent once only. */
  once(entry, request) {
    return this.#ask({ key: randomUUID(), ...entry }, request);
  }

  /** As a site does: the same key until there is an answer. `made` makes entry and request of a key. */
  async surely(made, key = randomUUID()) {
    const { entry, request } = made(key);
    const again = () => this.#ask({ ...entry, key }, request);
    this.#again.set(key, again);
    const twice = Math.random() < DOUBLED;
    for (let attempt = 0; attempt < PATIENCE; attempt++) {
      const [answer] = await Promise.all(twice ? [again(), again()] : [again()]);
      if (answer || !this.isOpen()) return answer;
      await wait(200);
    }
    return undefined;
  }

  /** Requests with a key that nobody has answered yet. */
  unsettled() {
    const answered = new Set(this.history.calls.filter(({ outcome }) => outcome !== 'unknown').map(({ key }) => key));
    return [...this.#again].filter(([key]) => !answered.has(key)).map(([key, again]) => ({ key, again }));
  }

  #ask(entry, request) {
    const headers = { 'if-match': '*', ...request.headers, 'idempotency-key': entry.key };
    const signal =
      Math.random() < ABORTED ? AbortSignal.timeout(Math.floor(Math.random() * ABORTED_WITHIN_MS)) : undefined;
    return this.history.ask(entry, { ...request, address: anyOf(this.apis).address, headers, signal });
  }
}
