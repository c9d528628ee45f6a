// Guests who order, and staff who take the money, whatever happens to the product meanwhile.
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { call } from '../installation/guests.mjs';

const DOUBLED = 0.1;
const ABORTED = 0.05;
const ABORTED_WITHIN_MS = 40;
const PAID = 0.25;
const CANCELLED = 0.1;
/** A guest who gets no answer asks again so often, then leaves. */
const PATIENCE = 3;
const COOKS = 2;
/** Guests who are many, but not so many that the machine of the test does nothing else. */
const PAUSE_MS = 60;

const anyOf = (list) => list[Math.floor(Math.random() * list.length)];

export class Load {
  #open = true;
  #guests;

  /** `apis` are asked at random; `counted` is the dish whose portions are counted. */
  constructor({ history, apis, restaurant, staff, cook, counted, guests }) {
    Object.assign(this, { history, apis, restaurant, staff, cook, counted });
    this.#guests = [
      ...Array.from({ length: guests }, () => this.#guest()),
      ...Array.from({ length: COOKS }, () => this.#cook()),
    ];
  }

  async stop() {
    this.#open = false;
    await Promise.all(this.#guests);
  }

  /** Asks for everything again that nobody has answered, until all is answered. */
  async settle() {
    for (const kind of ['place', 'pay']) {
      for (let round = 1; this.history.unsettled(kind).length > 0; round++) {
        if (round > 20) throw new Error('Some requests get no answer although all is quiet.');
        for (const { key, orderId, amountMinor } of this.history.unsettled(kind)) {
          if (kind === 'place') await this.#place(key);
          else await this.#pay({ key, orderId, amountMinor });
        }
      }
    }
  }

  async #guest() {
    while (this.#open) {
      const answer = await this.#surely((key) => this.#place(key));
      if (answer?.status === 201 && Math.random() < PAID) await this.#payFor(answer.body);
      if (answer?.status === 201 && Math.random() < CANCELLED) await this.#cancel(answer.body);
      await wait(Math.random() * PAUSE_MS * 2);
    }
  }

  /** Bumps what is on the board, now and then what a colleague is bumping too. */
  async #cook() {
    while (this.#open) {
      const { address } = anyOf(this.apis);
      const path = `${this.restaurant.base}/board`;
      const board = await call(address, 'GET', path, { headers: this.cook }).catch(() => undefined);
      for (const ticket of (board?.body.tickets ?? []).slice(0, 5)) await this.#bump(ticket);
      await wait(PAUSE_MS);
    }
  }

  #bump({ id, version }) {
    const headers = { ...this.cook, 'if-match': `"${version}"` };
    const request = { method: 'POST', path: `/api/v1/tickets/${id}/bump`, headers };
    return this.#ask({ kind: 'bump', key: randomUUID(), ticketId: id }, request);
  }

  /** As a site does: the same key until there is an answer. */
  async #surely(ask) {
    const key = randomUUID();
    const twice = Math.random() < DOUBLED;
    for (let attempt = 0; attempt < PATIENCE; attempt++) {
      const [answer] = await Promise.all(twice ? [ask(key), ask(key)] : [ask(key)]);
      if (answer || !this.#open) return answer;
      await wait(200);
    }
    return undefined;
  }

  /** What is asked for depends on the key alone, so that it is the same each time. */
  #place(key) {
    const chance = parseInt(key.slice(0, 4), 16);
    const { dishes, base } = this.restaurant;
    const lines = [
      { ...this.counted, quantity: 1 + (chance % 3) },
      { ...dishes[1 + (chance % (dishes.length - 1))], quantity: 1 + (chance % 2) },
    ];
    const body = { fulfilment: { type: 'pickup' }, lines: lines.slice(chance % 5 === 0 ? 1 : 0), guest: { name: key } };
    return this.#ask({ kind: 'place', key }, { method: 'POST', path: `${base}/orders`, body });
  }

  #payFor({ id, totalMinor }) {
    return this.#surely((key) => this.#pay({ key, orderId: id, amountMinor: totalMinor }));
  }

  #pay({ key, orderId, amountMinor }) {
    const path = `/api/v1/orders/${orderId}/payments`;
    const body = { method: 'cash', amountMinor };
    return this.#ask({ kind: 'pay', key, orderId, amountMinor }, { method: 'POST', path, body, headers: this.staff });
  }

  #cancel({ id, trackingToken }) {
    const path = `/api/v1/tracking/${trackingToken}/cancellation`;
    return this.#ask({ kind: 'cancel', key: randomUUID(), orderId: id }, { method: 'POST', path });
  }

  #ask(entry, request) {
    const headers = { ...request.headers, 'idempotency-key': entry.key };
    const signal =
      Math.random() < ABORTED ? AbortSignal.timeout(Math.floor(Math.random() * ABORTED_WITHIN_MS)) : undefined;
    return this.history.ask(entry, { ...request, address: anyOf(this.apis).address, headers, signal });
  }
}
