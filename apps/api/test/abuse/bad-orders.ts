import fc from 'fast-check';
import type { BadRequest } from './bad-request.js';
import { freshKey } from './restaurant.js';
import type { Restaurant } from './restaurant.js';

const JSON_TYPE = { 'content-type': 'application/json' };
type Json = Record<string, unknown>;

/** What no field of an order takes, whatever its type. */
const NEVER = [{}, [], [[]], true, 1.5, -1, 1e300, '\u0000'.repeat(600), { length: 1 }, [null], 'x'.repeat(5000)];
const UNKNOWN = [
  'price',
  'priceMinor',
  'unitPriceMinor',
  'discount',
  'role',
  'id',
  'state',
  'toString',
  'hasOwnProperty',
];

/** A valid order with one to three faults at random places, each of which alone must have it refused. */
export function mutatedOrders(restaurant: Restaurant, count: number, seed: number): BadRequest[] {
  const places = leavesOf(restaurant.request);
  const objects = objectsOf(restaurant.request);
  const wrongValue = fc.record({ path: fc.constantFrom(...places), value: fc.constantFrom<unknown>(...NEVER) });
  const unknownField = fc.record({
    path: fc.tuple(fc.constantFrom(...objects), fc.constantFrom(...UNKNOWN)).map(([path, name]) => [...path, name]),
    value: fc.jsonValue({ maxDepth: 2 }),
  });
  const orders = fc.array(fc.oneof(wrongValue, unknownField), { minLength: 1, maxLength: 3 });
  return fc.sample(orders, { numRuns: count, seed }).map((faults, index) => {
    const body = structuredClone(restaurant.request) as unknown as Json;
    for (const { path, value } of faults) set(body, path, value);
    return order(
      restaurant,
      `faults at ${faults.map(({ path }) => path.join('/')).join(', ')}`,
      JSON.stringify(body),
      index % 2 === 0,
    );
  });
}

/** A valid order whose text is torn at random places; what is still JSON by chance is told from the rest. */
export function tornOrders(restaurant: Restaurant, count: number, seed: number): BadRequest[] {
  const text = JSON.stringify(restaurant.request);
  const cuts = fc.tuple(fc.nat(text.length - 1), fc.constantFrom('{', '}', '"', '\\', '\u0000', ']', ':'));
  return fc
    .sample(cuts, { numRuns: count, seed })
    .map(([at, piece]) => text.slice(0, at) + piece + text.slice(at))
    .filter((torn) => !isJson(torn))
    .map((torn) => order(restaurant, 'torn text', torn));
}

/** What a dishonest or late guest would try. */
export function dishonestOrders(restaurant: Restaurant): BadRequest[] {
  const { request, soldOut, foreignChoice } = restaurant;
  const [rich, simple] = request.lines;
  const lines = (...each: unknown[]) => ({ ...request, expectedTotalMinor: undefined, lines: each });
  const bodies: Record<string, unknown> = {
    'a tampered total': { ...request, expectedTotalMinor: 1 },
    'a total of nothing': { ...request, expectedTotalMinor: 0 },
    'an agreed price': lines({ ...simple, agreedUnitPriceMinor: 1 }),
    'an order in the past': { ...request, placedAt: '2020-01-01T00:00:00Z' },
    'an option of another item': lines({ ...simple, options: [foreignChoice] }),
    'an unknown option': lines({ ...rich, options: [{ groupId: 'nothing', optionId: 'nothing' }] }),
    'a required choice left out': lines({
      ...rich,
      options: [...(rich?.options ?? []), ...(rich?.options ?? []), ...(rich?.options ?? [])],
    }),
    'a size of another item': lines({ ...simple, variantId: rich?.variantId }),
    'a sold-out dish': lines(soldOut),
    'a sold-out dish among others': lines(simple, soldOut),
    'an empty basket': lines(),
    'a hundred and one lines': lines(...Array.from({ length: 101 }, () => simple)),
    'a table that is none': { ...request, fulfilment: { type: 'dine-in', tableToken: 'nothing' } },
    'no table': { ...request, fulfilment: { type: 'dine-in' } },
    'a delivery': { ...request, fulfilment: { type: 'delivery' } },
    'a nest of options': lines({ ...simple, options: nest(20) }),
    'a tip below nothing': { ...request, tipMinor: -500 },
  };
  const quantities = [0, -1, 1.5, 1e9, 100, '2', null, true, [], {}, 1e-7, -0].map(
    (quantity) => [`the quantity ${JSON.stringify(quantity)}`, lines({ ...simple, quantity })] as const,
  );
  const bad = [...Object.entries(bodies), ...quantities].map(([kind, body]) =>
    order(restaurant, kind, JSON.stringify(body)),
  );
  return [
    ...bad,
    ...bad.map((each) => ({ ...each, url: each.url, headers: JSON_TYPE, kind: `${each.kind}, without a key` })),
  ];
}

/** Somebody else's orders, tickets and restaurants, asked for with a good session of another restaurant. */
export function foreignRequests(restaurant: Restaurant): BadRequest[] {
  const { routes, order: placed, locationId, stranger } = restaurant;
  return routes
    .filter(({ path }) => /orders\/:id|:locationId/.test(path))
    .filter(({ path, method }) => !(method === 'GET' && PUBLIC.test(path)) && !/(quotes|orders)$/.test(path))
    .map(({ method, path }) => {
      const url = path.replace(':locationId', locationId).replace(/:[A-Za-z]+/g, placed.id);
      const payload =
        method === 'GET' || method === 'DELETE'
          ? {}
          : { payload: '{"reason":"spite","method":"cash","amountMinor":1}' };
      return {
        kind: `a stranger's ${method} ${path}`,
        method,
        url,
        headers: { ...stranger, ...freshKey(), 'if-match': '*', ...(method === 'GET' ? {} : JSON_TYPE) },
        ...payload,
      };
    });
}

const PUBLIC = /:locationId(\/(menu|availability|live|pairings|pickup-board|pickup-board\/live))?$/;

function order({ locationId }: Restaurant, kind: string, payload: string, priced = false): BadRequest {
  const url = `/api/v1/locations/${locationId}/orders`;
  return {
    kind: `${kind}${priced ? ', priced' : ''}`,
    method: 'POST',
    url,
    payload,
    headers: { ...JSON_TYPE, ...freshKey() },
  };
}

function nest(depth: number): object[] {
  return depth === 0 ? [] : [{ groupId: 'a', optionId: 'b', options: nest(depth - 1) }];
}

function leavesOf(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [[...path]];
  return Object.entries(value).flatMap(([key, each]) => leavesOf(each, [...path, key]));
}

function objectsOf(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [];
  const below = Object.entries(value).flatMap(([key, each]) => objectsOf(each, [...path, key]));
  return Array.isArray(value) ? below : [[...path], ...below];
}

function set(target: Json, [first = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) target[first] = value;
  else if (typeof target[first] === 'object' && target[first] !== null) set(target[first] as Json, rest, value);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
