import type {
  EventView,
  GuestAccountView,
  GuestAddressView,
  GuestExportView,
  GuestLoginWaysView,
  GuestOrderPage,
  GuestOrderView,
  GuestSessionView,
  PlacedOrderView,
  Problem,
} from '@comanda/shared';
import { GUEST_LIMITS } from '@comanda/shared';
import { GuestAccountEntity } from '../src/guests/account/guest-account.entity.js';
import { GuestSweeper } from '../src/guests/guest-sweeper.js';
import { GuestSessionEntity } from '../src/guests/login/guest-session.entity.js';
import { LoginLinkEntity } from '../src/guests/login/login-link.entity.js';
import { Database, Transactions } from '../src/platform/database/index.js';
import { Outbox, OUTBOX_PATH } from '../src/platform/mail/index.js';
import { SCHEMA } from '../src/schema.js';
import { openGuestRoom, sessionOf } from './guest-room.js';
import type { GuestRoom } from './guest-room.js';
import { newKey } from './http-client.js';
import type { Headed } from './http-client.js';

let room: GuestRoom;
beforeAll(async () => (room = await openGuestRoom()));
afterAll(() => room.close());

const get = <T>(path: string, as: Headed = {}) => room.http.call<T>('GET', `/guest-account${path}`, undefined, as);
const send = <T>(method: string, path: string, body: object | undefined, as: Headed) =>
  room.http.call<T & Problem>(method, `/guest-account${path}`, body, as);
const onDatabase = (work: Parameters<Transactions['run']>[0]) => room.app.get(Transactions).run(work);
const HOME = { street: 'Torstrasse 1', postcode: '10115', city: 'Berlin', details: '3rd floor' };

async function placed(more: object = {}): Promise<PlacedOrderView> {
  const basket = { fulfilment: { type: 'pickup' }, lines: [room.dish], ...more };
  const path = `/locations/${room.location.id}/orders`;
  return (await room.http.call<PlacedOrderView>('POST', path, basket, newKey())).body;
}

describe('the log-in by mail', () => {
  it('makes the account with the first log-in, and the cookie is all that the browser keeps', async () => {
    expect((await get<GuestLoginWaysView>('/ways')).body).toEqual({ mail: true, passkeys: true });
    const asked = await room.askForLink(' Ines@Example.org ', { language: 'de' });
    expect(asked).toMatchObject({ status: 202, body: { goodForSeconds: 900 } });
    const opened = await room.redeem(await room.tokenFor('ines@example.org'));
    expect(opened).toMatchObject({ status: 201, body: { account: { email: 'ines@example.org', language: 'de' } } });
    expect(opened.headers.getSetCookie()[0]).toMatch(
      /^__Host-comanda-guest=.*; Path=\/; Expires=.*; HttpOnly; Secure; SameSite=Strict$/,
    );
    const session = await get<GuestSessionView>('/session', sessionOf(opened));
    expect(session.body).toEqual(opened.body);
  });

  it('answers the same whether the address is known or not', async () => {
    await room.enter('known@example.org');
    const [known, unknown] = await Promise.all([
      room.askForLink('known@example.org'),
      room.askForLink('new@example.org'),
    ]);
    expect(Object.keys(known.body)).toEqual(Object.keys(unknown.body));
    expect([known.status, unknown.status]).toEqual([202, 202]);
    const letters = (await room.app.get(Outbox).list()).filter(({ recipient }) => /^(known|new)@/.test(recipient));
    const texts = letters.map(({ body }) => body.replace(/#\S+/, '#'));
    expect(new Set(texts).size).toBe(1);
  });

  it('takes a link once: of two who use it at the same time one is in', async () => {
    await room.askForLink('race@example.org');
    const token = await room.tokenFor('race@example.org');
    const answers = await Promise.all([room.redeem<Problem>(token), room.redeem<Problem>(token)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('login_link_used');
    const { reader } = room.app.get(Database);
    const account = await reader.findOneByOrFail(GuestAccountEntity, { email: 'race@example.org' });
    expect(await reader.countBy(GuestSessionEntity, { guestId: account.id })).toBe(1);
  });

  it('makes one account of two links for a new address that are used at the same time', async () => {
    await room.askForLink('twice@example.org');
    const first = await room.tokenFor('twice@example.org');
    await room.askForLink('twice@example.org');
    const second = await room.tokenFor('twice@example.org');
    const answers = await Promise.all([room.redeem(first), room.redeem(second)]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(new Set(answers.map(({ body }) => body.account.id)).size).toBe(1);
  });

  it('tells an old link from one that nobody knows, and forgets it', async () => {
    await room.askForLink('late@example.org');
    const token = await room.tokenFor('late@example.org');
    await onDatabase(({ manager }) =>
      manager.update(LoginLinkEntity, { email: 'late@example.org' }, { expiresAt: Date.now() - 1 }),
    );
    expect((await room.redeem<Problem>(token)).body.code).toBe('login_link_expired');
    await room.app.get(GuestSweeper).sweep();
    expect(await room.redeem<Problem>(token)).toMatchObject({ status: 404, body: { code: 'not_found' } });
  });

  it('is written to one mailbox five times in a quarter of an hour', async () => {
    const codes: (string | undefined)[] = [];
    for (let asked = 0; asked < 6; asked += 1) {
      codes.push(((await room.askForLink('often@example.org')).body as unknown as Problem).code);
    }
    expect(codes).toEqual([undefined, undefined, undefined, undefined, undefined, 'too_many_requests']);
    expect((await room.askForLink('often2@example.org')).status).toBe(202);
  });

  it('stands in the outbox for this machine and its network alone', async () => {
    await room.askForLink('outbox@example.org', { language: 'ar' });
    const look = (host: string) => room.app.inject({ url: OUTBOX_PATH, headers: { host } });
    const page = await look('localhost');
    expect(page.body).toContain('To outbox@example.org');
    expect(page.body).toMatch(/<a href="http:\/\/localhost:\d+\/ar\/account\/enter#[\w-]{22}">/);
    expect((await look('order.example')).statusCode).toBe(404);
  });

  it('is refused where nobody can read the mail', async () => {
    room.app.get(Outbox).works = false;
    const refused = await send('POST', '/login-links', { email: 'ines@example.org' }, {});
    expect([refused.status, refused.body.code]).toEqual([409, 'mail_off']);
    expect((await get<GuestLoginWaysView>('/ways')).body.mail).toBe(false);
    room.app.get(Outbox).works = true;
  });
});

describe('the session', () => {
  it('changes nothing without its token, and is worth nothing after the log-out', async () => {
    const ana = await room.enter('ana@example.org');
    expect((await get('', { cookie: ana['cookie'] ?? '' })).status).toBe(200);
    const forged = await send('PATCH', '', { name: 'Eve' }, { cookie: ana['cookie'] ?? '' });
    expect([forged.status, forged.body.code]).toEqual([403, 'csrf_token_missing']);
    expect((await send('DELETE', '/session', undefined, ana)).status).toBe(204);
    expect(await get<Problem>('/session', ana)).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
  });

  it('opens no door of the staff, nor theirs one of the guests', async () => {
    const [guest, waiter] = await Promise.all([room.enter('door@example.org'), room.http.logIn('waiter')]);
    expect((await room.http.call('GET', `/locations/${room.location.id}/orders`, undefined, guest)).status).toBe(401);
    expect((await get('', waiter)).status).toBe(401);
  });
});

it('keeps what the guest says of themselves, and removes it again', async () => {
  const mia = await room.enter('mia@example.org');
  const told = { name: ' Mia ', phone: '+49 30 1', language: 'pt', diets: ['vegan'], without: ['nuts', 'milk'] };
  const changed = await send<GuestAccountView>('PATCH', '', told, mia);
  expect(changed.body).toMatchObject({ ...told, name: 'Mia' });
  const cleared = await send<GuestAccountView>('PATCH', '', { name: null, phone: '', without: [] }, mia);
  expect(cleared.body).toMatchObject({ language: 'pt', diets: ['vegan'], without: [] });
  expect(cleared.body).not.toHaveProperty('name');
  expect(cleared.body).not.toHaveProperty('phone');
  const wrong = await send('PATCH', '', { diets: ['air'], language: null }, mia);
  expect(new Set(wrong.body.errors?.map(({ pointer }) => pointer))).toEqual(new Set(['/diets', '/language']));
});

it('keeps addresses, of which one is the default, and only the own', async () => {
  const [leo, eve] = await Promise.all([room.enter('leo@example.org'), room.enter('eve@example.org')]);
  const home = await send<GuestAddressView>('POST', '/addresses', { label: 'Home', address: HOME }, leo);
  expect(home).toMatchObject({ status: 201, body: { label: 'Home', address: HOME, isDefault: true } });
  const work = await send<GuestAddressView>(
    'POST',
    '/addresses',
    { address: { ...HOME, street: 'Allee 2' }, isDefault: true },
    leo,
  );
  const list = async () => (await get<GuestAddressView[]>('/addresses', leo)).body;
  expect((await list()).map(({ isDefault }) => isDefault)).toEqual([false, true]);
  const foreign = await send('PUT', `/addresses/${work.body.id}`, { address: HOME }, eve);
  expect(foreign.status).toBe(404);
  const named = await send<GuestAddressView>(
    'PUT',
    `/addresses/${home.body.id}`,
    { address: HOME, isDefault: true },
    leo,
  );
  expect(named.body).not.toHaveProperty('label');
  expect((await send('DELETE', `/addresses/${home.body.id}`, undefined, leo)).status).toBe(204);
  expect(await list()).toMatchObject([{ id: work.body.id, isDefault: true }]);
  await Promise.all(
    Array.from({ length: GUEST_LIMITS.addresses }, () => send('POST', '/addresses', { address: HOME }, leo)),
  );
  expect(await list()).toHaveLength(GUEST_LIMITS.addresses);
  expect((await list()).filter(({ isDefault }) => isDefault)).toHaveLength(1);
});

describe('the orders', () => {
  it('come with the log-in that was asked for beside one, and read page by page', async () => {
    const first = await placed({ guest: { name: 'Noor' }, lines: [{ ...room.dish, note: 'hot' }] });
    const noor = await room.enter('noor@example.org', { keepOrder: first.trackingToken });
    const second = await placed();
    const kept = await send<GuestOrderView>('POST', '/orders', { trackingToken: second.trackingToken }, noor);
    expect(kept).toMatchObject({ status: 201, body: { id: second.id, trackingToken: second.trackingToken } });
    expect((await send('POST', '/orders', { trackingToken: second.trackingToken }, noor)).status).toBe(201);
    const { body: page } = await get<GuestOrderPage>('/orders?limit=1', noor);
    expect(page).toMatchObject({ hasMore: true, data: [{ id: second.id, location: { id: room.location.id } }] });
    const { body: rest } = await get<GuestOrderPage>(`/orders?limit=1&cursor=${page.nextCursor ?? ''}`, noor);
    expect(rest).toMatchObject({ hasMore: false, data: [{ id: first.id, lines: [{ ...room.dish, note: 'hot' }] }] });
  });

  it('are in one account at most', async () => {
    const { trackingToken } = await placed();
    const rivals = await Promise.all(['a@example.org', 'b@example.org'].map((email) => room.enter(email)));
    const answers = await Promise.all(rivals.map((as) => send('POST', '/orders', { trackingToken }, as)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await send('POST', '/orders', { trackingToken: 'nobody-knows' }, rivals[0] ?? {})).status).toBe(404);
  });
});

describe('the right to one’s own data', () => {
  const SECRETS = /Ola Nordmann|\+47 22 11|Karl Johans gate|allergic to noise|no onion for Ola|ola@example\.org/;

  async function olaOrders(): Promise<{ ola: Headed; order: PlacedOrderView }> {
    const order = await placed({
      guest: { name: 'Ola Nordmann', phone: '+47 22 11' },
      note: 'allergic to noise',
      allergies: ['nuts'],
      fulfilment: { type: 'delivery', address: { street: 'Karl Johans gate 1', postcode: '10115' } },
      lines: [{ ...room.dish, quantity: 5, note: 'no onion for Ola' }],
    });
    return { order, ola: await room.enter('ola@example.org', { keepOrder: order.trackingToken }) };
  }

  it('gives everything in one file, and forgets the person but not the sale', async () => {
    const { ola, order } = await olaOrders();
    await send('PATCH', '', { name: 'Ola Nordmann', phone: '+47 22 11' }, ola);
    await send('POST', '/addresses', { address: { street: 'Karl Johans gate 1', postcode: '0154' } }, ola);
    const exported = await get<GuestExportView>('/export', ola);
    expect(exported.headers.get('content-disposition')).toBe('attachment; filename="my-data.json"');
    expect(exported.body).toMatchObject({
      account: { email: 'ola@example.org' },
      addresses: [{ address: { postcode: '0154' } }],
      sessions: [{}],
      orders: [{ id: order.id, guest: { name: 'Ola Nordmann' } }],
    });

    expect((await send('DELETE', '', undefined, ola)).body.code).toBe('order_under_way');
    const manager = await room.http.logIn('manager');
    const cancellation = { reason: 'too late', kitchenAnswer: 'not-made' };
    await room.http.call('POST', `/orders/${order.id}/cancellation`, cancellation, {
      ...manager,
      ...newKey(),
      'if-match': '*',
    });
    expect((await send('DELETE', '', undefined, ola)).status).toBe(204);

    expect((await get('', ola)).status).toBe(401);
    const left = await room.http.order(order.id, manager);
    expect(left).toMatchObject({ id: order.id, totalMinor: order.totalMinor, state: 'cancelled' });
    const history = await room.http.call<EventView[]>('GET', `/orders/${order.id}/events`, undefined, manager);
    expect(history.body.at(-1)).toMatchObject({ type: 'order.forgotten', actor: 'guest' });
    expect(history.body.map(({ seq }) => seq)).toEqual(history.body.map((_, index) => index + 1));
    expect(await rowsThatSay(SECRETS)).toEqual([]);
  });

  /** In which tables something is left. */
  async function rowsThatSay(secrets: RegExp): Promise<string[]> {
    const { reader } = room.app.get(Database);
    const found: string[] = [];
    for (const entity of SCHEMA.entities as (new () => object)[]) {
      const rows = await reader.find(entity);
      if (rows.some((row) => secrets.test(JSON.stringify(row)))) found.push(entity.name);
    }
    return found;
  }
});
