import type { PairingsView, PlacedOrderView, PlaceOrderRequest } from '@comanda/shared';
import { Demo } from '../../demo/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Transactions } from '../../platform/database/index.js';
import { GUEST } from '../../platform/http/index.js';
import { startTestApp } from '../../../test/test-app.js';
import type { TestApp } from '../../../test/test-app.js';
import { OrderEntity } from '../order.entity.js';
import { PlacingLane } from '../placing/placing-lane.js';

let running: TestApp;
let locationId: string;
let keys = 0;

beforeAll(async () => {
  running = await startTestApp();
  locationId = (await running.app.get(Demo).seed())?.locationId ?? '';
});
afterAll(() => running.close());

const get = <T>(type: new (...args: never[]) => T): T => running.app.get(type);

afterEach(() => Reflect.deleteProperty(get(Clock), 'now'));

/** Places it and gives its id. */
async function order(...dishes: readonly string[]): Promise<string> {
  const request: PlaceOrderRequest = {
    fulfilment: { type: 'pickup' },
    lines: dishes.map((itemId) => ({ itemId, quantity: 1 })),
    guest: { name: 'Ada', phone: '+49 30 1234567' },
  };
  const keyed = { scope: 'guest', key: `pairing-${String(++keys)}`, fingerprint: 'asked' };
  const { body } = await get(PlacingLane).place({ actor: GUEST, locationId, request, keyed });
  return (body as PlacedOrderView).id;
}

const ask = (location = locationId) => running.app.inject({ url: `/api/v1/locations/${location}/pairings` });
const pairings = async (): Promise<PairingsView['data']> => (await ask()).json<PairingsView>().data;

function laterBy(minutes: number): void {
  const at = Date.now() + minutes * 60_000;
  Object.assign(get(Clock), { now: () => at });
}

describe('what is ordered together', () => {
  it('is nothing in a restaurant that has just opened, and 404 where there is none', async () => {
    expect(await pairings()).toEqual([]);
    expect((await ask('no-such-place')).statusCode).toBe(404);
  });

  it('is told after a while, of sold orders alone, each dish once an order', async () => {
    for (let count = 0; count < 3; count++) await order('leeks', 'bread', 'bread', 'coffee');
    await order('leeks');
    const cancelled = await order('leeks', 'custard');
    await get(Transactions).run((tx) => tx.manager.update(OrderEntity, { id: cancelled }, { state: 'cancelled' }));
    expect(await pairings()).toEqual([]);
    laterBy(11);
    const found = await pairings();
    expect(found.map(({ itemId }) => itemId)).toEqual(['bread', 'coffee', 'leeks']);
    expect(found[2]?.with).toEqual([
      { itemId: 'bread', perMille: 750 },
      { itemId: 'coffee', perMille: 750 },
    ]);
  });

  it('is 304 for who has it', async () => {
    const { headers } = await ask();
    const known = { 'if-none-match': String(headers['etag']) };
    const same = await running.app.inject({ url: `/api/v1/locations/${locationId}/pairings`, headers: known });
    expect(same.statusCode).toBe(304);
  });
});
