import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { IngredientUseView, MenuDocument, ModifierGroup, PlacedOrderView, StockView, Text } from '@comanda/shared';
import { openOffice } from './office.js';
import type { Office } from './office.js';

const FILE = resolve(import.meta.dirname, '../../../../shared/data/recipes/pizza-runner.sql');
const PRESENT = existsSync(FILE);

if (!PRESENT) console.warn(`Left out: the real recipes are not at ${FILE}.`);

/** The rows that one INSERT of the file writes, as lists of words; what is no word is empty. */
function rowsOf(sql: string, table: string): string[][] {
  const [, values = ''] = new RegExp(`INSERT INTO ${table}\\s*\\([^)]*\\)\\s*VALUES([^;]*)`, 'u').exec(sql) ?? [];
  return [...values.matchAll(/\(([^)]*)\)/gu)].map(([, row = '']) =>
    [...row.matchAll(/'([^']*)'|(\d+)|(NULL)/gu)].map(([, text = '', number = '']) =>
      text === 'null' ? '' : text + number,
    ),
  );
}

const idsIn = (list = ''): string[] => list.split(',').flatMap((id) => id.trim() || []);
const idOf = (topping: string): string => `topping-${topping}`;

const STOCK = 100_000;
let office: Office;
let toppings: string[][];
let orders: Map<string, string[][]>;
const placed = new Map<string, PlacedOrderView>();

function menuOf(sql: string): MenuDocument {
  const taken = (topping: string) => [{ ingredientId: idOf(topping), quantityMilli: 1000 }];
  const group = (kind: ModifierGroup<Text>['kind'], priceMinor: number): ModifierGroup<Text> => ({
    id: kind,
    name: { en: kind === 'choice' ? 'Extras' : 'Leave out' },
    kind,
    min: 0,
    freeCount: 0,
    priceRule: 'sum',
    options: toppings.map(([id = '', name = '']) => ({
      id: `${kind}-${id}`,
      name: { en: name },
      priceMinor,
      recipe: kind === 'choice' ? taken(id) : [{ ingredientId: idOf(id) }],
    })),
  });
  const recipes = new Map(rowsOf(sql, 'pizza_recipes').map(([id = '', list]) => [id, idsIn(list)]));
  const items = rowsOf(sql, 'pizza_names').map(([id = '', name = '']) => ({
    id: `pizza-${id}`,
    name: { en: name },
    variants: [{ id: `size-${id}`, priceMinor: id === '1' ? 1200 : 1000 }],
    modifierGroupIds: ['choice', 'removal'],
    taxClass: 'reduced',
    recipe: recipes.get(id)?.flatMap(taken) ?? [],
  }));
  return {
    format: 'comanda-menu/1',
    currency: 'EUR',
    defaultLanguage: 'en',
    languages: ['en'],
    sections: [{ id: 'pizza', name: { en: 'Pizza' }, itemIds: items.map(({ id }) => id) }],
    items,
    modifierGroups: [group('choice', 100), group('removal', 0)],
    ingredients: toppings.map(([id = '', name = '']) => ({ id: idOf(id), name: { en: name }, unit: 'piece' })),
  };
}

const lineOf = ([, , pizza = '', exclusions, extras]: readonly string[]) => ({
  itemId: `pizza-${pizza}`,
  quantity: 1,
  options: [
    ...idsIn(exclusions).map((id) => ({ groupId: 'removal', optionId: `removal-${id}` })),
    ...idsIn(extras).map((id) => ({ groupId: 'choice', optionId: `choice-${id}` })),
  ],
});

const isExtra = ({ priceMinor }: { readonly priceMinor: number }): boolean => priceMinor > 0;

(PRESENT ? describe : describe.skip)('the orders of a real pizzeria', () => {
  beforeAll(async () => {
    const sql = readFileSync(FILE, 'utf8');
    toppings = rowsOf(sql, 'pizza_toppings');
    orders = Map.groupBy(rowsOf(sql, 'customer_orders'), ([id = '']) => id);
    office = await openOffice();
    const imported = await office.call('POST', 'menu-imports?mode=replace', menuOf(sql));
    expect(imported.status).toBe(200);
    const counts = toppings.map(([id = '']) => ({ ingredientId: idOf(id), quantityMilli: STOCK }));
    const counted = await office.call('POST', 'stock-counts', { counts }, { 'idempotency-key': randomUUID() });
    expect(counted.status).toBe(201);
    for (const [id, lines] of orders) {
      const body = { fulfilment: { type: 'pickup' }, lines: lines.map(lineOf) };
      const answer = await office.call<PlacedOrderView>('POST', 'orders', body, { 'idempotency-key': randomUUID() });
      expect([id, answer.status]).toEqual([id, 201]);
      placed.set(id, answer.body);
    }
    for (const id of ['6', '9']) {
      const url = `/api/v1/orders/${placed.get(id)?.id ?? ''}/cancellation`;
      const headers = { ...office.headers, 'if-match': '*' };
      const answer = await office.app.inject({ method: 'POST', url, headers, payload: { reason: 'Nobody came' } });
      expect(answer.statusCode).toBe(200);
    }
  });
  afterAll(() => office.close());

  it('took fourteen pizzas in ten orders, with 138 for the pizzas and 142 with the extras of those delivered', () => {
    expect([orders.size, [...orders.values()].flat().length]).toEqual([10, 14]);
    const delivered = [...placed].filter(([id]) => id !== '6' && id !== '9').map(([, order]) => order);
    const extras = delivered.flatMap(({ lines }) => lines.flatMap(({ options }) => options)).filter(isExtra);
    const revenueMinor = delivered.reduce((sum, { totalMinor }) => sum + totalMinor, 0);
    expect([revenueMinor, revenueMinor - extras.length * 100]).toEqual([14_200, 13_800]);
  });

  it('used exactly the ingredients of the delivered ones: without what was left out, with the extras', async () => {
    const expected: Record<string, number> = {
      Bacon: 12,
      Mushrooms: 11,
      Cheese: 10,
      Beef: 9,
      Chicken: 9,
      Pepperoni: 9,
      Salami: 9,
      'BBQ Sauce': 8,
      Onions: 3,
      Peppers: 3,
      Tomatoes: 3,
      'Tomato Sauce': 3,
    };
    const stock = await office.read<StockView[]>('stock');
    const used = stock.map(({ name, onHandMilli = 0 }) => [name['en'], (STOCK - onHandMilli) / 1000]);
    expect(Object.fromEntries(used)).toEqual(expected);
    const report = await office.read<IngredientUseView[]>('reports/ingredient-use');
    const names = new Map(stock.map(({ id, name }) => [id, name['en'] ?? '']));
    const reported = Map.groupBy(report, ({ ingredientId }) => names.get(ingredientId) ?? '');
    const sums = [...reported].map(([name, rows]) => [name, rows.reduce((sum, row) => sum + row.usedMilli, 0) / 1000]);
    expect(Object.fromEntries(sums)).toEqual(expected);
    expect(new Set(report.map(({ itemId }) => itemId))).toEqual(new Set(['pizza-1', 'pizza-2']));
  });
});
