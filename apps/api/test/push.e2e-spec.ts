import { createPublicKey, verify } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PlacedOrderView, Problem, PushKeyView, PushSubscriptionView, StaffOrderView } from '@comanda/shared';
import { Database } from '../src/platform/database/index.js';
import { FeedNews } from '../src/platform/events/index.js';
import { PushServices } from '../src/push/push-services.js';
import { PushSubscriptionEntity } from '../src/push/push-subscription.entity.js';
import { openOffice } from './office.js';
import type { Office } from './office.js';
import { openPushService } from './push-service.js';

type PushService = Awaited<ReturnType<typeof openPushService>>;
let office: Office;
let service: PushService;
let orders = 0;

beforeAll(async () => {
  office = await openOffice();
  service = await openPushService();
  // The one on this machine is known, too; the list of the real ones has a test of its own.
  const services = office.app.get(PushServices);
  const knows = services.knows.bind(services);
  services.knows = (endpoint) => endpoint.startsWith('http://127.0.0.1:') || knows(endpoint);
});
afterAll(async () => {
  await office.close();
  await service.close();
});
beforeEach(() => {
  service.pushed.length = 0;
  service.answer(201);
});

async function ask<T>(method: 'GET' | 'POST' | 'DELETE', path: string, payload?: object) {
  const body = payload === undefined ? {} : { payload };
  const answer = await office.app.inject({ method, url: `/api/v1/${path}`, ...body });
  return { status: answer.statusCode, body: (answer.body === '' ? undefined : answer.json()) as T };
}

async function placed(): Promise<PlacedOrderView> {
  orders += 1;
  const answer = await office.app.inject({
    method: 'POST',
    url: `/api/v1/locations/${office.locationId}/orders`,
    headers: { 'idempotency-key': `push-spec-order-${String(orders)}` },
    payload: { fulfilment: { type: 'pickup' }, lines: [{ itemId: 'bread', variantId: 'bread-1', quantity: 1 }] },
  });
  return answer.json<PlacedOrderView>();
}

async function followed(device = service.subscription): Promise<PlacedOrderView & { readonly subscription: string }> {
  const order = await placed();
  const { body } = await ask<PushSubscriptionView>(
    'POST',
    `tracking/${order.trackingToken}/push-subscriptions`,
    device,
  );
  return { ...order, subscription: body.id };
}

/** Staff do something with the order. */
async function staffDo(id: string, what: string, payload: object = {}): Promise<void> {
  const url = `/api/v1/orders/${id}`;
  const { version } = (await office.app.inject({ url, headers: office.headers })).json<StaffOrderView>();
  const headers = {
    ...office.headers,
    'if-match': `"${String(version)}"`,
    'idempotency-key': `push-${id}-${what}-${String(version)}`,
  };
  const answer = await office.app.inject({ method: 'POST', url: `${url}/${what}`, headers, payload });
  if (answer.statusCode >= 300) throw new Error(`${what}: ${answer.body}`);
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 400 && !(await holds()); tries++) await sleep(25);
  expect(await holds()).toBe(true);
}
const rows = (): Promise<number> => office.app.get(Database).reader.count(PushSubscriptionEntity);
const news = () => service.pushed.map(({ message }) => message);

describe('a device that wants to hear of an order', () => {
  it('is told in a message that it alone can read, signed with the key of the installation, once', async () => {
    const { body: key } = await ask<PushKeyView>('GET', 'push-key');
    expect(await ask('GET', 'push-key')).toMatchObject({ body: key });
    const order = await followed();
    const again = await ask<PushSubscriptionView>(
      'POST',
      `tracking/${order.trackingToken}/push-subscriptions`,
      service.subscription,
    );
    expect(again).toEqual({ status: 200, body: { id: order.subscription } });
    await staffDo(order.id, 'cancellation', { reason: 'The oven is broken' });
    await until(() => service.pushed.length > 0);
    // Others hear of it as well, and find that it is told.
    for (let times = 0; times < 5; times++) office.app.get(FeedNews).announce(office.locationId);
    await until(async () => (await rows()) === 0);
    const { number, trackingToken } = order;
    expect(news()).toEqual([{ news: 'cancelled', number, restaurant: 'Fennel & Ember', trackingToken }]);
    const { headers } = service.pushed[0] ?? {};
    expect(headers).toMatchObject({ 'content-encoding': 'aes128gcm', ttl: '3600', urgency: 'high' });
    expectSigned(headers?.authorization ?? '', key.publicKey, new URL(service.subscription.endpoint).origin);
  });

  it('hears nothing after it is unsubscribed, and one that is gone is forgotten', async () => {
    const quiet = await followed();
    expect(
      (await ask('DELETE', `tracking/${quiet.trackingToken}/push-subscriptions/${quiet.subscription}`)).status,
    ).toBe(204);
    expect(await rows()).toBe(0);
    const gone = await followed();
    service.answer(410);
    await staffDo(gone.id, 'cancellation', { reason: 'No fish' });
    await until(() => service.pushed.length > 0);
    await until(async () => (await rows()) === 0);
    await staffDo(quiet.id, 'cancellation', { reason: 'No fish' });
    const last = await followed();
    service.answer(201);
    await staffDo(last.id, 'cancellation', { reason: 'No fish' });
    await until(() => service.pushed.length > 1);
    expect(news()).toMatchObject([{ number: gone.number }, { number: last.number }]);
  });
});

describe('a subscription is refused', () => {
  it('for an address that is of no push service, for keys that are none, for an order that is over or unknown', async () => {
    const order = await placed();
    const path = `tracking/${order.trackingToken}/push-subscriptions`;
    const elsewhere = await ask<Problem>('POST', path, { ...service.subscription, endpoint: 'https://10.0.0.1/admin' });
    expect([elsewhere.status, elsewhere.body.errors?.[0]?.code]).toEqual([422, 'unknown_push_service']);
    const odd = await ask<Problem>('POST', path, { ...service.subscription, p256dh: 'short', auth: '!' });
    expect([odd.status, new Set(odd.body.errors?.map(({ pointer }) => pointer))]).toEqual([
      422,
      new Set(['/p256dh', '/auth']),
    ]);
    await staffDo(order.id, 'cancellation', { reason: 'No fish' });
    expect((await ask<Problem>('POST', path, service.subscription)).body.code).toBe('invalid_transition');
    expect((await ask('POST', 'tracking/nothing/push-subscriptions', service.subscription)).status).toBe(404);
  });

  it('beyond ten devices of one order', async () => {
    const order = await placed();
    const path = `tracking/${order.trackingToken}/push-subscriptions`;
    const device = (number: number) => ({
      ...service.subscription,
      endpoint: `${service.subscription.endpoint}/${String(number)}`,
    });
    for (let number = 0; number < 10; number++) expect((await ask('POST', path, device(number))).status).toBe(200);
    const one = await ask<Problem>('POST', path, device(10));
    expect([one.status, one.body.errors?.[0]?.code]).toEqual([422, 'too_many_devices']);
    expect((await ask('POST', path, device(3))).status).toBe(200);
  });
});

/** `vapid t=<token>, k=<key>` (RFC 8292), the token signed with ES256 for this push service. */
function expectSigned(authorization: string, publicKey: string, audience: string): void {
  const [, token = '', key] = /^vapid t=([^,]+), k=(.+)$/.exec(authorization) ?? [];
  expect(key).toBe(publicKey);
  const [head = '', body = '', signature = ''] = token.split('.');
  expect(JSON.parse(Buffer.from(body, 'base64url').toString())).toMatchObject({ aud: audience });
  const point = Buffer.from(publicKey, 'base64url');
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) => part.toString('base64url'));
  const of = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x: x ?? '', y: y ?? '' }, format: 'jwk' });
  const isSound = verify(
    'sha256',
    Buffer.from(`${head}.${body}`),
    { key: of, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  expect(isSound).toBe(true);
}
