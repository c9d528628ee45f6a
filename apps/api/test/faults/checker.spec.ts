import { contradictions } from './checker.js';
import type { Facts, OrderFact, StockFact } from './history.js';
import { Simulation } from './simulation.js';
import type { Flaw } from './simulation.js';

const SEEDS = Array.from({ length: 40 }, (_, index) => index + 1);
const REQUESTS = 24;

function verdict(seed: number, flaw?: Flaw): string[] {
  const simulation = new Simulation(seed, flaw);
  const facts = simulation.run(REQUESTS);
  return contradictions(simulation.calls, facts);
}

describe('the checker of histories', () => {
  it('acquits a restaurant that keeps its keys, locks and answers after the commit', () => {
    expect(SEEDS.flatMap((seed) => verdict(seed))).toEqual([]);
  });

  it.each<[Flaw, RegExp]>([
    ['no key is kept', /Key .* made 2 orders/],
    ['portions are read, then written', /portions less .* are not the/],
    ['answers leave before the commit', /was answered and is lost/],
  ])('convicts a restaurant where %s', (flaw, sentence) => {
    const sentences = SEEDS.flatMap((seed) => verdict(seed, flaw));
    expect(sentences.filter((each) => sentence.test(each)).length).toBeGreaterThan(5);
  });
});

const order: OrderFact = {
  id: 'a',
  key: 'k',
  businessDate: '2026-01-01',
  number: 1,
  version: 2,
  cancelled: false,
  totalMinor: 900,
  linesMinor: 900,
  paidMinor: 900,
  ticketCount: 1,
  portions: 2,
};
const sound: Facts = {
  orders: [order],
  tickets: [{ id: 't', orderId: 'a', stationId: 'grill', ready: false }],
  events: [
    { position: 1, subjectKind: 'order', subjectId: 'a', seq: 1, type: 'order.placed' },
    { position: 2, subjectKind: 'order', subjectId: 'a', seq: 2, type: 'ticket.fired', ticketId: 't' },
  ],
  payments: [{ orderId: 'a', amountMinor: 900 }],
  feedPosition: 2,
  portions: { atFirst: 10, left: 8 },
  stock: { receivedMilli: 1000, perPortionMilli: 100, onHandMilli: 800, ledgerMilli: 800 },
};
const calls = [
  { kind: 'place', key: 'k', outcome: 'ok', orderId: 'a', amountMinor: 900 },
  { kind: 'pay', key: 'p', outcome: 'ok', orderId: 'a', amountMinor: 900 },
] as const;
const [placedEvent, firedEvent] = sound.events;
const stock = sound.stock as StockFact;

describe('one contradiction at a time', () => {
  it('finds none in sound facts', () => {
    expect(contradictions(calls, sound)).toEqual([]);
  });

  it.each<[string, Partial<Facts>]>([
    ['an order that is lost', { orders: [], tickets: [], payments: [], portions: { atFirst: 10, left: 10 } }],
    ['a second ticket', { tickets: [...sound.tickets, { id: 'u', orderId: 'a', stationId: 'grill', ready: false }] }],
    ['a missing ticket', { tickets: [] }],
    ['a lost payment', { payments: [], orders: [{ ...order, paidMinor: 0 }] }],
    ['a payment twice', { payments: [...sound.payments, ...sound.payments], orders: [{ ...order, paidMinor: 1800 }] }],
    ['lines that are not the total', { orders: [{ ...order, linesMinor: 899 }] }],
    ['portions that vanished', { portions: { atFirst: 10, left: 7 } }],
    ['more portions sold than there were', { portions: { atFirst: 1, left: -1 } }],
    ['stock that an order did not take', { stock: { ...stock, onHandMilli: 1000, ledgerMilli: 1000 } }],
    ['a ledger that says something else', { stock: { ...stock, ledgerMilli: 700 } }],
    ['a gap in the feed', { events: sound.events.map((event) => ({ ...event, position: event.position * 2 })) }],
    ['a feed that promised more', { feedPosition: 3 }],
    ['a gap in the order', { events: sound.events.map((event) => ({ ...event, seq: event.seq * 2 })) }],
    ['an order number that is missing', { orders: [{ ...order, number: 2 }] }],
    ['an order born twice', { events: [placedEvent, { ...firedEvent, type: 'order.placed' }] as Facts['events'] }],
  ])('finds %s', (_what, change) => {
    expect(contradictions(calls, { ...sound, ...change })).not.toEqual([]);
  });

  it('finds an order that was refused, one that nobody asked for, and a lost cancellation or bump', () => {
    expect(contradictions([{ kind: 'place', key: 'k', outcome: 'refused' }], sound)).not.toEqual([]);
    expect(contradictions([], sound)).not.toEqual([]);
    const cancelled = { kind: 'cancel', key: 'c', outcome: 'ok', orderId: 'a' } as const;
    const bumped = { kind: 'bump', key: 'b', outcome: 'ok', ticketId: 't' } as const;
    for (const lost of [cancelled, bumped]) expect(contradictions([...calls, lost], sound)).toHaveLength(1);
  });
});
