import type { AvailabilityView, LocationView, MenuItemView, MenuView } from '@comanda/shared';
import { Demo } from '../src/demo/index.js';
import { Readiness } from '../src/platform/health/index.js';
import { HttpClient } from './http-client.js';
import type { Headed } from './http-client.js';
import { startTestApp } from './test-app.js';
import type { TestApp } from './test-app.js';

const OF_ONE_ANSWER = ['date', 'x-request-id', 'ratelimit', 'ratelimit-policy'];

let running: TestApp;
let client: HttpClient;
let location: LocationView;
let manager: Headed;

beforeAll(async () => {
  running = await startTestApp();
  await running.app.get(Demo).seed();
  await running.app.listen(0, '127.0.0.1');
  client = new HttpClient(await running.app.getUrl());
  location = await client.location();
  manager = await client.logIn('manager');
});
afterAll(() => running.close());

const menu = (query = '', headers: Headed = {}) =>
  client.call<MenuView>('GET', `/locations/${location.id}/menu${query}`, undefined, headers);
const availability = () => client.call<AvailabilityView>('GET', `/locations/${location.id}/availability`);

describe('an answer that was sent before', () => {
  it('is sent again as it was, header by header, with an id and a count of its own', async () => {
    for (const query of ['', '?language=de']) {
      const [first, ...others] = [await menu(query), await menu(query), await menu(query)];
      for (const each of others) {
        expect(each.body).toEqual(first?.body);
        expect(contentOf(each.headers)).toEqual(contentOf(first?.headers ?? new Headers()));
      }
      const all = [first, ...others];
      expect(new Set(all.map((each) => each?.headers.get('x-request-id'))).size).toBe(3);
      expect(new Set(all.map((each) => each?.headers.get('ratelimit'))).size).toBe(3);
    }
  });

  it('is 304 for who has it, without a word of the body', async () => {
    const tag = String((await menu()).headers.get('etag'));
    const same = await menu('', { 'if-none-match': tag });
    expect([same.status, same.body, same.headers.get('etag')]).toEqual([304, undefined, tag]);
    expect(same.headers.get('content-encoding')).toBeNull();
    expect(same.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('is another one for each encoding and language', async () => {
    const plain = { 'accept-encoding': 'identity' };
    for (let round = 0; round < 2; round += 1) {
      const tags = [await menu(), await menu('', plain), await menu('?language=de', plain)];
      expect(new Set(tags.map(({ headers }) => headers.get('etag'))).size).toBe(3);
      expect(tags.map(({ headers }) => headers.has('content-encoding'))).toEqual([true, false, false]);
    }
  });

  it('is not sent any more when a dish went off sale', async () => {
    const dish = await client.simpleDish(location.id);
    await availability();
    const before = await availability();
    const path = `/locations/${location.id}/suspensions/item/${dish.itemId}`;
    expect((await client.call('PUT', path, {}, manager)).status).toBeLessThan(300);
    const after = await availability();
    expect(before.body.suspensions).toEqual([]);
    expect(after.body.suspensions).toMatchObject([{ targetId: dish.itemId }]);
  });

  it('is not sent any more when a price has changed', async () => {
    await menu();
    const before = await menu();
    const [item] = before.body.items;
    const path = `/locations/${location.id}/menu-items/${String(item?.id)}`;
    const { etag } = (await client.call<MenuItemView>('GET', path, undefined, manager)).body;
    const [variant] = item?.variants ?? [];
    const priceMinor = Number(variant?.priceMinor) + 100;
    const change = `/locations/${location.id}/menu-variants/${String(variant?.id)}`;
    const answer = await client.call('PATCH', change, { priceMinor }, { ...manager, 'if-match': etag });
    expect(answer.status).toBe(200);
    const after = await menu();
    const price = ({ items }: MenuView) => items.find(({ id }) => id === item?.id)?.variants[0]?.priceMinor;
    expect(price(after.body)).toBe(priceMinor);
  });

  it('goes the whole way while the process drains, so that callers are sent elsewhere', async () => {
    expect((await menu()).headers.get('connection')).not.toBe('close');
    running.app.get(Readiness).drain();
    expect((await menu()).headers.get('connection')).toBe('close');
  });
});

function contentOf(headers: Headers): [string, string][] {
  return [...headers].filter(([name]) => !OF_ONE_ANSWER.includes(name));
}
