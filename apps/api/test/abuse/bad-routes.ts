import type { BadRequest } from './bad-request.js';
import { freshKey } from './restaurant.js';
import type { Restaurant } from './restaurant.js';

const JSON_TYPE = { 'content-type': 'application/json' };
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'PROPFIND', 'QUERY'];
const WITH_BODY = new Set(['POST', 'PUT', 'PATCH']);

const broken = (...bytes: number[]): Buffer =>
  Buffer.concat([Buffer.from('{"name":"'), Buffer.from(bytes), Buffer.from('"}')]);

/** Bodies that no route takes. */
const BODIES: readonly (readonly [string, string | Buffer])[] = [
  ['cut off', '{"name":'],
  ['no JSON', 'hello'],
  ['two values', '{}{}'],
  ['single quotes', "{'name':1}"],
  ['a trailing comma', '{"name":1,}'],
  ['a comment', '{"name":1/* */}'],
  ['NaN', '{"name":NaN}'],
  ['a duplicate name', '{"name":"a","name":"b"}'],
  ['a duplicate name in escapes', '{"name":"a","n\\u0061me":"b"}'],
  ['__proto__', '{"__proto__":{"role":"admin"}}'],
  ['constructor', '{"constructor":{"prototype":{"role":"admin"}}}'],
  ['broken UTF-8', broken(0xff, 0xfe)],
  ['over-long UTF-8', broken(0xc0, 0xaf)],
  ['UTF-16', Buffer.from('\ufeff{"name":"a"}', 'utf16le')],
  ['a half character', '{"name":"\\ud800"}'],
  ['a huge number', '{"name":1e999}'],
  ['a nest', `{"name":${'['.repeat(5000)}${']'.repeat(5000)}}`],
  ['bytes', Buffer.from([0, 1, 2, 3, 0x1f, 0x8b, 8])],
];

/** Bodies that are JSON but no object of any route. */
const SHAPES = ['[]', '[{}]', 'null', '0', '"text"', 'true'];

const TYPES = [
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/xml',
  'x',
  'application/jsonp',
  'image/png',
];

/** What may stand where an id is expected. */
const IDS = [
  '%00',
  '%0a',
  '%zz',
  '%ff',
  '%F0%9F%8D%9C',
  '..%2f..%2fetc%2fpasswd',
  "'%20OR%20'1'='1",
  '__proto__',
  'constructor',
  '-1',
  '1e999',
  '99999999999999999999',
  'NaN',
  'x'.repeat(65),
  'x'.repeat(400),
  '%20',
  '%252e',
  '%C3%A9',
];

const QUERIES = [
  'colour=red',
  '__proto__=1',
  'constructor[prototype]=1',
  'limit=0',
  'limit=101',
  'limit=1&limit=2',
  'limit=1e1',
  'limit=-5',
  'limit=NaN',
  'state=unheard',
  'businessDate=2026-13-01',
  'businessDate=2026-02-30',
  'from=yesterday',
  'to=%27',
  'cursor=%F0%9F%8D%9C',
  'cursor=AAAA',
  `cursor=${'A'.repeat(500)}`,
  'after=-1',
  'after=x',
  'language=%0a',
  'language=d',
  'stationId=',
  'mode=sideways',
  'dryRun=perhaps',
  '=',
  '%zz=1',
  'a%00=1',
];

const HEADERS: readonly Readonly<Record<string, string>>[] = [
  { 'if-match': 'x' },
  { 'if-match': 'W/"1"' },
  { 'if-match': '"99999999999999999999"' },
  { 'idempotency-key': 'short' },
  { 'idempotency-key': 'x'.repeat(300) },
  { 'idempotency-key': 'with space in it, long enough' },
  { cookie: 'comanda=%zz; __Host-comanda=\u00e9' },
  { cookie: `comanda=${'x'.repeat(3000)}` },
  { 'x-csrf-token': 'guessed' },
  { 'last-event-id': 'x' },
  { accept: 'nothing/at-all' },
];

/** Requests against every route that the router knows, as somebody unknown and as an admin. */
export function badRoutes(restaurant: Restaurant): BadRequest[] {
  return restaurant.routes.flatMap((route) => [
    ...wrongMethods(restaurant, route.path),
    ...wrongIds(restaurant, route),
    ...asking(restaurant, route),
    ...(WITH_BODY.has(route.method) ? wrongBodies(restaurant, route) : []),
  ]);
}

type Route = Restaurant['routes'][number];

/** The route's path; the own restaurant, and ids that nothing has. */
function pathOf({ locationId }: Restaurant, path: string, id = 'nothing'): string {
  return path.replace(':locationId', locationId).replace(/:[A-Za-z]+/g, id);
}

function wrongMethods(restaurant: Restaurant, path: string): BadRequest[] {
  const taken = new Set(restaurant.routes.filter((each) => each.path === path).map(({ method }) => method));
  const url = pathOf(restaurant, path);
  return METHODS.filter((method) => !taken.has(method)).map((method) => ({
    kind: `${method} on ${path}`,
    method,
    url,
  }));
}

function wrongIds({ admin }: Restaurant, { method, path }: Route): BadRequest[] {
  if (!path.includes(':')) return [];
  const body = WITH_BODY.has(method)
    ? { payload: '{}', headers: { ...admin, ...JSON_TYPE, ...freshKey() } }
    : { headers: admin };
  return IDS.map((id) => ({
    kind: `id ${id.slice(0, 20)} in ${method} ${path}`,
    method,
    url: path.replace(/:[A-Za-z]+/g, id),
    ...body,
  }));
}

/** Odd queries and headers. On an address that exists they may be ignored when they mean nothing there. */
function asking(restaurant: Restaurant, { method, path }: Route): BadRequest[] {
  // Ending the session and endless streams are what these two are for.
  if (path.endsWith('/session') || /(live|stream)$/.test(path)) return [];
  const url = pathOf(restaurant, path);
  const queries = QUERIES.map((query) => ({
    kind: `?${query.slice(0, 30)} on ${method} ${path}`,
    method,
    url: `${url}?${query}`,
    headers: restaurant.admin,
    harmless: method === 'GET',
  }));
  const headers = HEADERS.map((each) => ({
    kind: `${Object.keys(each).join()} on ${method} ${path}`,
    method,
    url,
    headers: each,
    harmless: method === 'GET',
  }));
  return [...queries, ...headers];
}

function wrongBodies(restaurant: Restaurant, { method, path }: Route): BadRequest[] {
  const url = pathOf(restaurant, path);
  const send = (kind: string, payload: string | Buffer, headers: Record<string, string>): BadRequest => ({
    kind: `${kind} to ${method} ${path}`,
    method,
    url,
    payload,
    headers: { ...freshKey(), ...headers },
  });
  const admin = { ...restaurant.admin, ...JSON_TYPE };
  return [
    ...BODIES.map(([kind, payload]) => send(kind, payload, admin)),
    ...BODIES.slice(0, 8).map(([kind, payload]) => send(`${kind}, as a guest`, payload, JSON_TYPE)),
    ...SHAPES.map((payload) => send(payload, payload, admin)),
    send('an unknown field', '{"unheardOf":1,"priceMinor":1,"role":"admin","id":"1"}', admin),
    ...TYPES.map((type) => send(`a ${type}`, '{"a":1}', { ...restaurant.admin, 'content-type': type })),
    ...(path.endsWith('s') ? [send('500,000 brackets', '['.repeat(500_000), admin)] : []),
    send('a lie about its length', '{"a":1}', { ...admin, 'content-length': '3' }),
    send('text without a type', '{"a":1}', restaurant.admin),
  ];
}
