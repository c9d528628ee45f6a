import { randomUUID } from 'node:crypto';
import type {
  AvailabilityView,
  EventView,
  IngredientUseView,
  MenuView,
  Page,
  PlacedOrderView,
  Problem,
  RecipeView,
  StockImportReport,
  StockMovementView,
  StockView,
} from '@comanda/shared';
import { OrderBook, OrderHooks } from '../src/orders/index.js';
import { Transactions } from '../src/platform/database/index.js';
import { openOffice } from './office.js';
import type { Desk, Office } from './office.js';

let office: Office;
let cook: Desk;

beforeAll(async () => {
  office = await openOffice();
  cook = await office.as('kitchen');
});
afterAll(() => office.close());

const key = (): Record<string, string> => ({ 'idempotency-key': randomUUID() });
const ingredient = (id: string, body: object) => office.call<Problem>('PUT', `ingredients/${id}`, body);
const recipe = (target: string, lines: object[]) => office.call<Problem>('PUT', `recipes/${target}`, { lines });
const book = (body: object, headers = key()) =>
  cook.call<StockView & Problem>('POST', 'stock-movements', body, headers);
const stockOf = async (id: string): Promise<StockView | undefined> =>
  (await office.read<StockView[]>('stock')).find((each) => each.id === id);
const availability = () => office.read<AvailabilityView>('availability');
const offSale = async (): Promise<string[]> =>
  (await availability()).suspensions
    .filter(({ cause }) => cause === 'ingredient')
    .map(({ targetKind, targetId }) => `${targetKind} ${targetId}`);
const place = async (lines: object[]) => {
  const answer = await office.call<PlacedOrderView & Problem>(
    'POST',
    'orders',
    { fulfilment: { type: 'pickup' }, lines },
    key(),
  );
  return answer;
};
const leeks = (quantity: number) => [{ itemId: 'leeks', quantity }];
const movementsOf = async (id: string): Promise<readonly StockMovementView[]> =>
  (await office.read<Page<StockMovementView>>(`stock-movements?ingredientId=${id}&limit=100`)).data;

/** The ledger adds up to what is there, whatever has happened. */
async function expectBalanced(id: string): Promise<void> {
  const ledger = await movementsOf(id);
  const stock = await stockOf(id);
  expect(ledger.reduce((sum, { quantityMilli }) => sum + quantityMilli, 0)).toBe(stock?.onHandMilli);
}

describe('ingredients and recipes', () => {
  it('are added to the menu, and their allergens flow up to the guests', async () => {
    const hazelnut = { name: { en: 'Hazelnuts' }, unit: 'g', allergens: ['nuts'] };
    expect((await ingredient('hazelnut', hazelnut)).status).toBe(200);
    expect((await ingredient('leek', { name: { en: 'Leek' }, unit: 'piece', allergens: [] })).status).toBe(200);
    expect((await ingredient('butter', { name: { en: 'Butter' }, unit: 'g', allergens: ['milk'] })).status).toBe(200);
    const lines = [
      { ingredientId: 'leek', quantityMilli: 2000 },
      { ingredientId: 'hazelnut', quantityMilli: 15_000 },
      { ingredientId: 'butter', quantityMilli: 10_000 },
    ];
    expect((await recipe('item/leeks', lines)).status).toBe(200);
    const menu = await office.read<MenuView>('menu');
    expect(menu.items.find(({ id }) => id === 'leeks')?.allergens).toEqual(['milk', 'nuts']);
    expect(JSON.stringify(menu)).not.toContain('quantityMilli');
    expect(menu.ingredients).toBeUndefined();
    expect(await office.read<RecipeView[]>('recipes')).toContainEqual({ target: { kind: 'item', id: 'leeks' }, lines });
  });

  it('are refused with every fault named', async () => {
    const odd = await ingredient('x', { name: {}, unit: 'cup', allergens: ['dust'], cost: 1 });
    expect(odd.status).toBe(422);
    expect(odd.body.errors?.map(({ pointer }) => pointer).sort()).toEqual(['/allergens', '/cost', '/name', '/unit']);
    const unknown = await recipe('item/leeks', [{ ingredientId: 'gold', quantityMilli: 1 }]);
    expect([unknown.status, unknown.body.errors?.[0]?.code]).toEqual([422, 'unknown_reference']);
    expect((await recipe('item/leeks', [{ ingredientId: 'leek', quantityMilli: 0 }])).status).toBe(422);
    expect((await recipe('item/leeks', [{ ingredientId: 'leek' }])).status).toBe(422);
    expect((await recipe('item/gone', [])).status).toBe(404);
    expect((await recipe('table/leeks', [])).status).toBe(404);
  });

  it('keep an ingredient that a recipe needs', async () => {
    const refused = await office.call<Problem>('DELETE', 'ingredients/leek');
    expect([refused.status, refused.body.code]).toEqual([409, 'in_use']);
    expect(refused.body.errors?.[0]?.resource).toBe('item/leeks');
    expect((await ingredient('spare', { name: { en: 'Spare' }, unit: 'g' })).status).toBe(200);
    expect((await office.call('DELETE', 'ingredients/spare')).status).toBe(200);
    expect((await office.call('DELETE', 'ingredients/spare')).status).toBe(404);
  });

  it('are for those who may edit the menu; stock is booked by the kitchen, not by waiters', async () => {
    const waiter = await office.as('waiter');
    expect((await cook.call('PUT', 'ingredients/leek', { name: { en: 'L' }, unit: 'g' })).status).toBe(403);
    expect((await waiter.call('GET', 'stock')).status).toBe(403);
    const body = { ingredientId: 'leek', kind: 'receive', quantityMilli: 1 };
    expect((await waiter.call('POST', 'stock-movements', body, key())).status).toBe(403);
  });
});

describe('stock', () => {
  it('is not counted until the first booking, and then adds up', async () => {
    expect(await stockOf('leek')).toMatchObject({ low: false, offSale: [] });
    expect((await stockOf('leek'))?.onHandMilli).toBeUndefined();
    expect((await place(leeks(1))).status).toBe(201);
    const received = await book({ ingredientId: 'leek', kind: 'receive', quantityMilli: 10_000, note: 'Market' });
    expect([received.status, received.body.onHandMilli]).toEqual([201, 10_000]);
    await book({ ingredientId: 'leek', kind: 'waste', quantityMilli: 1000 });
    await book({ ingredientId: 'leek', kind: 'adjust', quantityMilli: -500 });
    const counted = await book({ ingredientId: 'leek', kind: 'count', quantityMilli: 9000 });
    expect(counted.body.onHandMilli).toBe(9000);
    expect((await movementsOf('leek')).map(({ kind, quantityMilli }) => [kind, quantityMilli])).toEqual([
      ['count', 500],
      ['adjust', -500],
      ['waste', -1000],
      ['receive', 10_000],
    ]);
    await expectBalanced('leek');
  });

  it('books the same key once', async () => {
    const headers = key();
    const body = { ingredientId: 'leek', kind: 'receive', quantityMilli: 1000 };
    const answers = await Promise.all([book(body, headers), book(body, headers), book(body, headers)]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect((await stockOf('leek'))?.onHandMilli).toBe(10_000);
  });

  it('refuses amounts that make no sense', async () => {
    const status = async (body: object) => (await book({ ingredientId: 'leek', ...body })).status;
    expect(await status({ kind: 'receive', quantityMilli: 0 })).toBe(422);
    expect(await status({ kind: 'waste', quantityMilli: -1 })).toBe(422);
    expect(await status({ kind: 'count', quantityMilli: -1 })).toBe(422);
    expect(await status({ kind: 'adjust', quantityMilli: 0 })).toBe(422);
    expect(await status({ kind: 'consume', quantityMilli: 1 })).toBe(422);
    expect(await status({ kind: 'receive', quantityMilli: 1.5 })).toBe(422);
    expect((await book({ ingredientId: 'gold', kind: 'receive', quantityMilli: 1 })).status).toBe(404);
    await expectBalanced('leek');
  });

  it('is taken by orders and refused by the line when it is short', async () => {
    expect((await place(leeks(3))).status).toBe(201);
    expect((await stockOf('leek'))?.onHandMilli).toBe(4000);
    const refused = await place([...leeks(1), ...leeks(2)]);
    expect([refused.status, refused.body.code]).toEqual([409, 'out_of_stock']);
    expect(refused.body.errors?.map(({ pointer, limit }) => [pointer, limit])).toEqual([
      ['/lines/0', 2],
      ['/lines/1', 2],
    ]);
    expect((await stockOf('leek'))?.onHandMilli).toBe(4000);
    await expectBalanced('leek');
  });

  it('that runs out takes all off sale that needs it, in one event; a restock brings back what no person took off', async () => {
    expect((await recipe('option/o-rice', [{ ingredientId: 'leek', quantityMilli: 1000 }])).status).toBe(200);
    const { version } = await availability();
    expect((await place(leeks(2))).status).toBe(201);
    expect(await offSale()).toEqual(['item leeks', 'option o-rice']);
    const { version: after, suspensions } = await availability();
    expect(after).toBe(version + 1);
    expect(suspensions.find(({ targetId }) => targetId === 'o-rice')?.reason).toBe('Leek');
    expect(await stockOf('leek')).toMatchObject({
      onHandMilli: 0,
      offSale: [
        { kind: 'item', id: 'leeks' },
        { kind: 'option', id: 'o-rice' },
      ],
    });
    expect((await place(leeks(1))).body.code).toBe('out_of_stock');

    await office.call('PUT', 'suspensions/item/leeks', { reason: 'Not today' });
    await book({ ingredientId: 'leek', kind: 'receive', quantityMilli: 1000 });
    expect(await offSale()).toEqual(['item leeks']);
    await book({ ingredientId: 'leek', kind: 'receive', quantityMilli: 9000 });
    expect(await offSale()).toEqual([]);
    expect((await place(leeks(1))).body.code).toBe('not_available');
    await office.call('DELETE', 'suspensions/item/leeks');
    expect((await place(leeks(1))).status).toBe(201);
  });

  it('comes back with an order that was not made, and is waste with one that was', async () => {
    const before = (await stockOf('leek'))?.onHandMilli ?? 0;
    const order = await place(leeks(2));
    expect((await stockOf('leek'))?.onHandMilli).toBe(before - 4000);
    const path = (id: string, what: string) => ({ url: `/api/v1/orders/${id}/${what}`, method: 'POST' as const });
    const headers = { ...office.headers, 'if-match': '*' };
    const cancel = (id: string, payload: object) =>
      office.app.inject({ ...path(id, 'cancellation'), headers, payload });
    expect((await cancel(order.body.id, { reason: 'Gone' })).statusCode).toBe(200);
    expect((await stockOf('leek'))?.onHandMilli).toBe(before);

    const cooked = await place(leeks(1));
    const tickets = await cook.read<{ tickets: { id: string; orderId: string }[] }>('board');
    const ticket = tickets.tickets.find(({ orderId }) => orderId === cooked.body.id);
    const start = { ...cook.headers, 'if-match': '*' };
    const url = `/api/v1/tickets/${String(ticket?.id)}/start`;
    expect((await office.app.inject({ method: 'POST', url, headers: start, payload: {} })).statusCode).toBe(200);
    expect((await cancel(cooked.body.id, { reason: 'Gone', kitchenAnswer: 'made' })).statusCode).toBe(200);
    expect((await stockOf('leek'))?.onHandMilli).toBe(before - 2000);
    expect(
      (await movementsOf('leek'))
        .slice(0, 3)
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(['consume', 'release', 'waste']);
    await expectBalanced('leek');
  });

  it('is taken once more when a dish is made again, as far as it is there', async () => {
    await book({ ingredientId: 'leek', kind: 'count', quantityMilli: 5000 });
    const { body } = await place(leeks(1));
    const again = (quantity: number) =>
      office.app.get(Transactions).run(async (tx) => {
        const order = await office.app.get(OrderBook).lock(tx, body.id);
        const lines = await office.app.get(OrderBook).lines(tx, body.id);
        await office.app.get(OrderHooks).run('refired', tx, { order, lines, actor: 'Ana', quantity, reason: 'Burnt' });
      });
    await again(1);
    expect((await movementsOf('leek'))[0]).toMatchObject({
      kind: 'consume',
      quantityMilli: -2000,
      orderId: body.id,
      itemId: 'leeks',
      note: 'Made again: Burnt',
    });
    await again(3);
    expect((await stockOf('leek'))?.onHandMilli).toBe(0);
    expect(await offSale()).toContain('item leeks');
    await expectBalanced('leek');
    await book({ ingredientId: 'leek', kind: 'count', quantityMilli: 4000 });
  });

  it('warns once when it becomes low', async () => {
    expect((await cook.call('PUT', 'stock/leek/warning', { lowMilli: 5000 })).status).toBe(200);
    await book({ ingredientId: 'leek', kind: 'count', quantityMilli: 8000 });
    await place(leeks(2));
    await place(leeks(1));
    expect(await stockOf('leek')).toMatchObject({ onHandMilli: 2000, lowMilli: 5000, low: true });
    const events = await office.read<Page<EventView>>('events?after=0&limit=100');
    let all = [...events.data];
    for (let next = events.nextCursor, more = events.hasMore; more;) {
      const page = await office.read<Page<EventView>>(`events?after=${String(next)}&limit=100`);
      all = [...all, ...page.data];
      [next, more] = [page.nextCursor, page.hasMore];
    }
    const told = all.filter(({ type, data }) => type === 'stock.changed' && data['ingredientId'] === 'leek');
    expect(told.filter(({ data }) => data['kind'] === 'low')).toHaveLength(1);
    expect(told.map(({ seq }) => seq)).toEqual(told.map((_, position) => position + 1));
  });

  it('falls out of a recipe with its suspensions, and never runs out when it is not counted', async () => {
    await book({ ingredientId: 'leek', kind: 'count', quantityMilli: 0 });
    expect(await offSale()).toEqual(['item leeks', 'option o-rice']);
    await recipe('option/o-rice', []);
    expect(await offSale()).toEqual(['item leeks']);
    await book({ ingredientId: 'leek', kind: 'count', quantityMilli: 1000 });
    expect((await cook.call('DELETE', 'stock/leek')).status).toBe(200);
    expect(await offSale()).toEqual([]);
    expect((await place(leeks(1))).status).toBe(201);
    expect((await cook.call('DELETE', 'stock/leek')).status).toBe(404);
    // What was not counted could always be made; now it cannot.
    await book({ ingredientId: 'leek', kind: 'count', quantityMilli: 500 });
    expect(await offSale()).toEqual(['item leeks']);
    expect((await book({ ingredientId: 'leek', kind: 'receive', quantityMilli: 6500 })).body.onHandMilli).toBe(7000);
    expect(await offSale()).toEqual([]);
    await expectBalanced('leek');
  });

  it('tells what was used by day and dish, and what was wasted', async () => {
    const use = await office.read<IngredientUseView[]>('reports/ingredient-use');
    const ledger = await movementsOf('leek');
    const sum = (...kinds: string[]) =>
      -ledger.filter(({ kind }) => kinds.includes(kind)).reduce((total, { quantityMilli }) => total + quantityMilli, 0);
    const ofLeek = use.filter(({ ingredientId }) => ingredientId === 'leek');
    const total = (field: 'usedMilli' | 'wastedMilli') => ofLeek.reduce((all, row) => all + row[field], 0);
    expect([total('usedMilli'), total('wastedMilli')]).toEqual([sum('consume', 'release'), sum('waste')]);
    expect(ofLeek.find(({ itemId }) => itemId === 'leeks')?.usedMilli).toBe(total('usedMilli'));
    const waste = await office.read<Page<StockMovementView>>('stock-movements?kind=waste');
    expect(waste.data.map(({ kind }) => kind)).toEqual(Array(waste.data.length).fill('waste'));
    const manager = await office.as('manager');
    const sheet = await manager.call('GET', 'reports/ingredient-use', undefined, { accept: 'text/csv' });
    expect(sheet.text).toContain('business_date,ingredient_id,ingredient,item_id,dish,unit,used,wasted\r\n');
    const row = ofLeek.find(({ itemId }) => itemId === 'leeks');
    const amounts = [row?.usedMilli ?? 0, row?.wastedMilli ?? 0].map((milli) => String(milli / 1000));
    expect(sheet.text).toContain(`,leek,Leek,leeks,Charred leeks,piece,${amounts.join(',')}\r\n`);
  });

  it('is counted in one go, all of it or nothing', async () => {
    const counts = [
      { ingredientId: 'leek', quantityMilli: 12_000 },
      { ingredientId: 'butter', quantityMilli: 500_000 },
    ];
    const count = (body: object) => cook.call<StockView[] & Problem>('POST', 'stock-counts', body, key());
    const twice = await count({ counts: [...counts, counts[0]] });
    expect([twice.status, twice.body.errors?.[0]?.pointer]).toEqual([422, '/counts/2']);
    expect((await count({ counts: [...counts, { ingredientId: 'gold', quantityMilli: 1 }] })).status).toBe(404);
    expect((await stockOf('leek'))?.onHandMilli).toBe(7000);
    const answer = await count({ counts, note: 'Sunday' });
    expect(answer.status).toBe(201);
    expect((await stockOf('butter'))?.onHandMilli).toBe(500_000);
    expect((await movementsOf('leek'))[0]).toMatchObject({ kind: 'count', quantityMilli: 5000, note: 'Sunday' });
    await expectBalanced('leek');
    await expectBalanced('butter');
  });

  it('is counted together over lines and extras of one order', async () => {
    expect((await recipe('option/o-rice', [{ ingredientId: 'leek', quantityMilli: 1000 }])).status).toBe(200);
    const side = { groupId: 'g-side', optionId: 'o-rice' };
    const lines = [...leeks(1), { itemId: 'bream', quantity: 1, options: [side] }, ...leeks(1)];
    await book({ ingredientId: 'leek', kind: 'count', quantityMilli: 4000 });
    const refused = await place(lines);
    expect([refused.status, refused.body.code]).toEqual([409, 'out_of_stock']);
    expect(refused.body.errors?.map(({ pointer }) => pointer)).toEqual(['/lines/0', '/lines/1', '/lines/2']);
    await book({ ingredientId: 'leek', kind: 'count', quantityMilli: 5000 });
    expect((await place(lines)).status).toBe(201);
    expect((await stockOf('leek'))?.onHandMilli).toBe(0);
    await expectBalanced('leek');
    await book({ ingredientId: 'leek', kind: 'count', quantityMilli: 12_000 });
    await book({ ingredientId: 'butter', kind: 'count', quantityMilli: 500_000 });
  });

  it('goes out and comes in as a spreadsheet', async () => {
    const sheet = await cook.call('GET', 'stock', undefined, { accept: 'text/csv' });
    expect(sheet.text).toContain('ingredient_id,name,unit,on_hand,low_at,counted,received\r\n');
    expect(sheet.text).toContain('butter,Butter,g,500,,,\r\n');
    const text =
      'ingredient_id;unit;counted;received\nbutter;kg;0,25;\nleek;;;3\ngold;g;1;\nleek;;9;\nhazelnut;ml;5;\n';
    const send = (query: string) =>
      cook.call<StockImportReport>('POST', `stock-imports${query}`, text, { ...key(), 'content-type': 'text/csv' });
    const looked = (await send('?dryRun=true')).body;
    expect(looked).toMatchObject({
      booked: false,
      changes: [
        { ingredientId: 'butter', kind: 'count', onHandMilli: 500_000, differenceMilli: -250_000 },
        { ingredientId: 'leek', kind: 'receive', onHandMilli: 12_000, differenceMilli: 3000 },
      ],
    });
    expect(looked.problems.map(({ row, column }) => [row, column])).toEqual([
      [4, 'ingredient_id'],
      [5, 'ingredient_id'],
      [6, 'unit'],
    ]);
    expect((await stockOf('leek'))?.onHandMilli).toBe(12_000);
    expect((await send('')).body.booked).toBe(true);
    expect([(await stockOf('leek'))?.onHandMilli, (await stockOf('butter'))?.onHandMilli]).toEqual([15_000, 250_000]);
    await expectBalanced('butter');
    expect((await cook.call('POST', 'stock-imports', {}, key())).status).toBe(415);
  });
});
