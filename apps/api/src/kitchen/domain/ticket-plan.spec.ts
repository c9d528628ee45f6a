import type { OrderedLine } from './ticket-plan.js';
import { planTickets } from './ticket-plan.js';

const line = (id: string, rest: Partial<OrderedLine> = {}): OrderedLine => ({
  id,
  parentId: null,
  kind: 'dish',
  itemId: id,
  groupKind: null,
  name: { en: id },
  variantName: null,
  quantity: 1,
  stationId: null,
  prepSeconds: null,
  allergens: null,
  note: null,
  course: 1,
  allergies: null,
  guestName: null,
  ...rest,
});
const option = (id: string, parentId: string, rest: Partial<OrderedLine> = {}): OrderedLine =>
  line(id, { parentId, kind: 'option', groupKind: 'choice', ...rest });

const kitchen = {
  stationIds: ['grill', 'bar'],
  defaultStationId: 'grill',
  say: (text: Readonly<Record<string, string>>) => text['en'] ?? '',
};
const shape = (lines: readonly OrderedLine[]) =>
  planTickets(lines, kitchen).map((ticket) => [
    ticket.stationId,
    ...ticket.lines.map((each) => `${each.quantity} ${each.name}`),
  ]);

describe('the tickets of an order', () => {
  it('are one for each station that has something to do', () => {
    expect(
      shape([
        line('steak', { stationId: 'grill' }),
        line('beer', { stationId: 'bar' }),
        line('ribs', { stationId: 'grill' }),
      ]),
    ).toEqual([
      ['grill', '1 steak', '1 ribs'],
      ['bar', '1 beer'],
    ]);
  });

  it('give dishes of no station or an unknown one to the default station', () => {
    expect(shape([line('soup'), line('cake', { stationId: 'pastry' })])).toEqual([['grill', '1 soup', '1 cake']]);
  });

  it('give a drink in a meal to the bar, once for each meal', () => {
    const lines = [
      line('meal', { quantity: 3, stationId: 'grill' }),
      option('cola', 'meal', { quantity: 2, stationId: 'bar' }),
    ];
    expect(shape(lines)).toEqual([
      ['grill', '3 meal'],
      ['bar', '6 cola'],
    ]);
  });

  it('keep options and removals with their dish, nested ones indented, and add up allergens', () => {
    const [ticket] = planTickets(
      [
        line('burger', { allergens: ['gluten'] }),
        option('cheese', 'burger', { allergens: ['milk'] }),
        option('extra aged', 'cheese'),
        option('egg', 'burger', { groupKind: 'removal', allergens: ['egg'], stationId: 'bar' }),
      ],
      kitchen,
    );
    expect(ticket?.lines[0]?.modifiers.map(({ kind, name, depth }) => [kind, name, depth])).toEqual([
      ['choice', 'cheese', 0],
      ['choice', 'extra aged', 1],
      ['removal', 'egg', 0],
    ]);
    expect(ticket?.lines[0]?.allergens).toEqual(['gluten', 'milk']);
  });

  it('carry the allergies of the order and of the dish, at every station that works for it', () => {
    const lines = [
      line('meal', { stationId: 'grill', allergies: ['nuts'], course: 2 }),
      option('cola', 'meal', { stationId: 'bar' }),
      line('soup', { stationId: 'grill' }),
    ];
    const planned = planTickets(lines, { ...kitchen, allergies: ['fish'] }).flatMap((ticket) => ticket.lines);
    expect(planned.map(({ name, allergies, course }) => [name, allergies, course])).toEqual([
      ['meal', ['fish', 'nuts'], 2],
      ['soup', ['fish'], 1],
      ['cola', ['fish', 'nuts'], 2],
    ]);
  });
});
