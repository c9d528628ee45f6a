import type { EventType, EventView } from '@comanda/shared';
import { historyOf } from './event-words';

const event = (type: EventType, data: object, actor = 'Ana'): EventView => ({
  position: 1,
  type,
  subject: { kind: 'order', id: 'o' },
  seq: 1,
  at: '2026-06-01T19:00:00Z',
  actor,
  data: { ...data },
});
const order = { currency: 'EUR', fulfilment: { type: 'dine-in', tableName: '5' } };

it.each([
  ['a move', event('order.moved', { order, fromTableName: '3' }), 'Moved from table 3 to table 5'],
  ['a merger from nowhere', event('order.moved', { order }), 'Moved to table 5'],
  [
    'a dearer dish',
    event('order.changed', { order, instead: 'x', differenceMinor: 1250 }),
    'A dish changed, €12.50 more',
  ],
  [
    'a cheaper dish',
    event('order.changed', { order, instead: 'x', differenceMinor: -100 }),
    'A dish changed, €1.00 less',
  ],
  ['the same price', event('order.changed', { order, differenceMinor: 0 }), 'A dish changed, at the same price'],
  ['another note', event('order.changed', { order }), 'A dish changed'],
])('tells %s', (_, fact, words) => {
  expect(historyOf([fact])).toEqual([{ seq: 1, what: words, who: 'Ana', at: fact.at }]);
});

it('says nothing of what follows by itself, nor of tickets that only move along', () => {
  expect(historyOf([event('order.changed', { order }, 'system'), event('ticket.moved', {})])).toEqual([]);
});
