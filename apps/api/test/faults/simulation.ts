import type { Call, EventFact, Facts, OrderFact, TicketFact } from './history.js';

/** Ways to take orders that look right until something breaks in the middle. */
export type Flaw = 'no key is kept' | 'portions are read, then written' | 'answers leave before the commit';

const PORTIONS = 40;
const PRICE_MINOR = 1250;
const WORKERS = 3;

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] extends readonly (infer Each)[] ? Each[] : T[Key] };

/** A tiny restaurant that takes orders at the same time and is killed now and then; chance decides by a seed. */
export class Simulation {
  readonly calls: Call[] = [];
  readonly #facts: Mutable<Facts> & { left: number };
  readonly #kept = new Map<string, string>();
  readonly #chance: () => number;
  #locked = false;
  #ids = 0;

  constructor(
    seed: number,
    private readonly flaw?: Flaw,
  ) {
    this.#chance = chanceOf(seed);
    const none = {
      orders: [],
      tickets: [],
      events: [],
      payments: [],
      levels: [],
      bookings: [],
      sittings: [],
      feedPosition: 0,
    };
    this.#facts = { ...none, portions: { atFirst: PORTIONS, left: PORTIONS }, left: PORTIONS };
  }

  /** Every request comes once or twice, and everything is asked for again until it is answered. */
  run(requests: number): Facts {
    const waiting = Array.from({ length: requests }, (_, index) => `request-${String(index)}`);
    const twice = waiting.flatMap((key) => (this.#chance() < 0.3 ? [key, key] : [key]));
    this.#serve(twice, 0.15);
    this.#serve(
      waiting.filter((key) => !this.calls.some((call) => call.key === key && call.outcome !== 'unknown')),
      0,
    );
    const { left, ...facts } = this.#facts;
    return { ...facts, portions: { atFirst: PORTIONS, left } };
  }

  #serve(keys: readonly string[], dangerOfDeath: number): void {
    const waiting = [...keys];
    let working: { key: string; steps: Generator<void, void> }[] = [];
    while (waiting.length > 0 || working.length > 0) {
      const key = working.length < WORKERS ? waiting.shift() : undefined;
      if (key !== undefined) working.push({ key, steps: this.#place(key) });
      if (this.#chance() < dangerOfDeath) {
        for (const { key: lost } of working) this.#answer({ kind: 'place', key: lost, outcome: 'unknown' });
        working = [];
        this.#locked = false;
      }
      const next = working[Math.floor(this.#chance() * working.length)];
      if (next?.steps.next().done) working = working.filter((each) => each !== next);
    }
  }

  *#place(key: string): Generator<void, void> {
    const careless = this.flaw === 'portions are read, then written';
    while (this.#locked && !careless) yield;
    this.#locked = true;
    const earlier = this.flaw === 'no key is kept' ? undefined : this.#kept.get(key);
    if (earlier !== undefined) {
      this.#locked = false;
      return this.#answer({ kind: 'place', key, outcome: 'ok', orderId: earlier, amountMinor: PRICE_MINOR });
    }
    const { left } = this.#facts;
    yield;
    const id = `order-${String((this.#ids += 1))}`;
    const answer = (): void =>
      this.#answer({ kind: 'place', key, outcome: 'ok', orderId: id, amountMinor: PRICE_MINOR });
    if (this.flaw === 'answers leave before the commit') answer();
    yield;
    this.#commit(id, key, left - 1);
    yield;
    if (this.flaw !== 'answers leave before the commit') answer();
  }

  #commit(id: string, key: string, left: number): void {
    const { orders, tickets, events } = this.#facts;
    const order: OrderFact = {
      id,
      key,
      businessDate: '2026-01-01',
      number: orders.length + 1,
      version: 2,
      cancelled: false,
      totalMinor: PRICE_MINOR,
      linesMinor: PRICE_MINOR,
      paidMinor: 0,
      ticketCount: 1,
      portions: 1,
      portionsAgain: 0,
      shortened: false,
      cancelledLineIds: [],
    };
    const ticket: TicketFact = { id: `ticket-of-${id}`, orderId: id, stationId: 'kitchen', ready: false, lines: [] };
    orders.push(order);
    tickets.push(ticket);
    events.push(this.#event(id, { seq: 1, type: 'order.placed' }));
    events.push(this.#event(id, { seq: 2, type: 'ticket.fired', ticketId: ticket.id }));
    this.#facts.left = left;
    this.#kept.set(key, id);
    this.#locked = false;
  }

  #event(subjectId: string, event: Pick<EventFact, 'seq' | 'type' | 'ticketId'>): EventFact {
    this.#facts.feedPosition += 1;
    return { position: this.#facts.feedPosition, subjectKind: 'order', subjectId, ...event };
  }

  #answer(call: Call): void {
    this.calls.push(call);
  }
}

/** Numbers from 0 to 1 that a seed decides (mulberry32). */
export function chanceOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
