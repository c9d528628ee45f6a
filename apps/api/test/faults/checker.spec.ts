import { contradictions } from './checker.js';
import type { Call, Facts, OrderFact, SittingFact, TicketFact } from './history.js';
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
  version: 3,
  cancelled: false,
  totalMinor: 900,
  linesMinor: 900,
  paidMinor: 900,
  ticketCount: 1,
  portions: 2,
  portionsAgain: 1,
  stockMilli: -300,
  shortened: false,
  cancelledLineIds: ['gone'],
  sittingId: 's',
  tableName: '4',
};
const ticket: TicketFact = {
  id: 't',
  orderId: 'a',
  stationId: 'grill',
  ready: false,
  tableName: '4',
  lines: [
    { orderLineId: 'l', revision: 1, again: false },
    { orderLineId: 'l', revision: 2, again: true },
  ],
};
const sitting: SittingFact = { id: 's', tableName: '4', version: 1, open: true };
const joined: SittingFact = { id: 'j', tableName: '5', version: 0, open: false, mergedIntoId: 's' };
const sound: Facts = {
  orders: [order],
  tickets: [ticket],
  events: [
    { position: 1, subjectKind: 'order', subjectId: 'a', seq: 1, type: 'order.placed' },
    { position: 2, subjectKind: 'order', subjectId: 'a', seq: 2, type: 'ticket.fired', ticketId: 't' },
    { position: 3, subjectKind: 'order', subjectId: 'a', seq: 3, type: 'ticket-line.refired', ticketId: 't' },
    { position: 4, subjectKind: 'sitting', subjectId: 's', seq: 1, type: 'sitting.moved' },
  ],
  payments: [{ orderId: 'a', amountMinor: 900 }],
  sittings: [sitting, joined],
  levels: [{ ingredientId: 'root', onHandMilli: 800, ledgerMilli: 800 }],
  bookings: [{ key: 'b', ingredientId: 'root', quantityMilli: -50 }],
  perPortionMilli: 100,
  feedPosition: 4,
  portions: { atFirst: 10, left: 8 },
};
const placing: Call = { kind: 'place', key: 'k', outcome: 'ok', orderId: 'a', amountMinor: 900 };
const paying: Call = { kind: 'pay', key: 'p', outcome: 'ok', orderId: 'a', amountMinor: 900 };
const refiring: Call = { kind: 'refire', key: 'r', outcome: 'ok', ticketId: 't' };
const booking: Call = { kind: 'book', key: 'b', outcome: 'ok', quantityMilli: -50 };
const calls: readonly Call[] = [
  placing,
  paying,
  refiring,
  refiring,
  booking,
  { kind: 'withdraw', key: 'w', outcome: 'ok', orderId: 'a', lineId: 'gone' },
  { kind: 'transfer', key: 'm', outcome: 'ok', sittingId: 's' },
  { kind: 'merge', key: 'n', outcome: 'ok', sittingId: 'j', intoId: 's' },
];
const [level] = sound.levels;
const without = (...types: readonly string[]): Facts['events'] =>
  sound.events.filter(({ type }) => !types.includes(type)).map((event, index) => ({ ...event, position: index + 1 }));

describe('one contradiction at a time', () => {
  it('finds none in sound facts', () => {
    expect(contradictions(calls, sound)).toEqual([]);
  });

  it.each<[string, Partial<Facts>]>([
    ['an order that is lost', { orders: [], tickets: [], payments: [], portions: { atFirst: 10, left: 10 } }],
    ['a second ticket', { tickets: [ticket, { ...ticket, id: 'u' }] }],
    ['a missing ticket', { tickets: [] }],
    ['a lost payment', { payments: [], orders: [{ ...order, paidMinor: 0 }] }],
    ['a payment twice', { payments: [...sound.payments, ...sound.payments], orders: [{ ...order, paidMinor: 1800 }] }],
    ['lines that are not the total', { orders: [{ ...order, linesMinor: 899 }] }],
    ['portions that vanished', { portions: { atFirst: 10, left: 7 } }],
    ['more portions sold than there were', { portions: { atFirst: 1, left: -1 } }],
    ['stock that an order did not take', { orders: [{ ...order, stockMilli: -100 }] }],
    ['stock that an order took twice', { orders: [{ ...order, stockMilli: -400 }] }],
    ['a ledger that says something else', { levels: [{ ...level, ledgerMilli: 700 }] as Facts['levels'] }],
    ['less than nothing', { levels: [{ ...level, onHandMilli: -51, ledgerMilli: -51 }] as Facts['levels'] }],
    ['a booking that is lost', { bookings: [] }],
    ['a booking twice', { bookings: [...sound.bookings, ...sound.bookings] }],
    ['a booking of nobody', { bookings: [...sound.bookings, { key: 'x', ingredientId: 'root', quantityMilli: 1 }] }],
    [
      'a dish made again without being asked',
      { tickets: [{ ...ticket, lines: [...ticket.lines, { orderLineId: 'l', revision: 3, again: true }] }] },
    ],
    ['a dish that was not made again', { tickets: [{ ...ticket, lines: ticket.lines.slice(0, 1) }] }],
    ['a dish twice on its ticket', { tickets: [{ ...ticket, lines: [...ticket.lines, ...ticket.lines.slice(0, 1)] }] }],
    ['a withdrawal that is lost', { orders: [{ ...order, cancelledLineIds: [] }] }],
    ['a round that stayed behind', { orders: [{ ...order, sittingId: 'j' }] }],
    ['a round at another table than its guests', { sittings: [{ ...sitting, tableName: '6' }, joined] }],
    ['a round of no guests', { sittings: [joined] }],
    ['a ticket for another table', { tickets: [{ ...ticket, tableName: '5' }] }],
    ['two parties at one table', { sittings: [sitting, joined, { ...sitting, id: 'x', version: 0 }] }],
    [
      'a move that is lost',
      { events: without('sitting.moved'), feedPosition: 3, sittings: [{ ...sitting, version: 0 }, joined] },
    ],
    ['a merger that is lost', { sittings: [sitting, { id: 'j', tableName: '5', version: 0, open: true }] }],
    ['a gap in a sitting', { sittings: [{ ...sitting, version: 2 }, joined] }],
    ['a gap in the feed', { events: sound.events.map((event) => ({ ...event, position: event.position * 2 })) }],
    ['a feed that promised more', { feedPosition: 5 }],
    ['a gap in the order', { events: sound.events.map((event) => ({ ...event, seq: event.seq * 2 })) }],
    ['an order number that is missing', { orders: [{ ...order, number: 2 }] }],
    [
      'an order born twice',
      { events: sound.events.map((event) => ({ ...event, type: event.type.replace('ticket.fired', 'order.placed') })) },
    ],
  ])('finds %s', (_what, change) => {
    expect(contradictions(calls, { ...sound, ...change })).not.toEqual([]);
  });

  it.each<[string, readonly Call[]]>([
    ['an order that was refused', [{ ...placing, outcome: 'refused' }]],
    ['an order that nobody asked for', calls.filter(({ kind }) => kind !== 'place')],
    ['a booking that was refused', calls.map((call) => (call === booking ? { ...call, outcome: 'refused' } : call))],
    ['a lost cancellation', [...calls, { kind: 'cancel', key: 'c', outcome: 'ok', orderId: 'a' }]],
    ['a lost bump', [...calls, { kind: 'bump', key: 'd', outcome: 'ok', ticketId: 't' }]],
    ['an answer to a cook that is lost', [...calls, { ...refiring, version: 9 }]],
    ['a table that was freed and is open', [...calls, { kind: 'free', key: 'f', outcome: 'ok', sittingId: 's' }]],
    [
      'a bill that a table paid and nobody noted',
      [...calls, { kind: 'settle', key: 's', outcome: 'ok', amountMinor: 5 }],
    ],
  ])('finds %s', (_what, said) => {
    expect(contradictions(said, sound)).not.toEqual([]);
  });

  it('forgives a bump that was taken back, more thrown away than was there, and a dish that costs less since it was withdrawn', () => {
    const bumped: Call = { kind: 'bump', key: 'd', outcome: 'ok', ticketId: 't', version: 2, readyAt: 'now' };
    const done = { type: 'ticket.ready', ticketId: 't', ticketVersion: 2, readyAt: 'now' };
    const last = { position: 5, subjectKind: 'order', subjectId: 'a', seq: 4, ...done };
    const orders = [{ ...order, version: 4, shortened: true, totalMinor: 900, linesMinor: 900 }];
    const levels = [{ ingredientId: 'root', onHandMilli: -50, ledgerMilli: -50 }];
    const facts = { ...sound, orders, levels, events: [...sound.events, last], feedPosition: 5 };
    const said = calls.map((call) => (call === placing ? { ...placing, amountMinor: 1200 } : call));
    expect(contradictions([...said, bumped], facts)).toEqual([]);
  });
});
