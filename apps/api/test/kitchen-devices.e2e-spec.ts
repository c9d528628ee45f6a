import type { BoardView, KitchenDeviceView, PairingCodeView, Problem, SessionView, StationView } from '@comanda/shared';
import { randomUUID } from 'node:crypto';
import { openOffice } from './office.js';
import type { Office } from './office.js';

/** A screen in the kitchen, from its code to the day when it is taken down. */
describe('a screen of the kitchen', () => {
  let office: Office;
  let stations: StationView[];
  beforeAll(async () => {
    office = await openOffice('manager');
    stations = await office.read<StationView[]>('stations');
  });
  afterAll(() => office.close());

  type Headers = Readonly<Record<string, string>>;
  async function call<T>(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    headers: Headers = {},
    body?: object,
  ) {
    const payload = body === undefined ? {} : { payload: body };
    const answer = await office.app.inject({ method, url: `/api/v1/${path}`, headers, ...payload });
    return { status: answer.statusCode, cookies: answer.cookies, body: (answer.body ? answer.json() : {}) as T };
  }

  const devices = () => `locations/${office.locationId}/kitchen-devices`;
  const newCode = async (wish: object) =>
    (await call<PairingCodeView>('POST', devices(), office.headers, { name: 'Left screen', ...wish })).body;

  async function pair(code: string) {
    const { status, body, cookies } = await call<SessionView>('POST', 'session/device', {}, { code });
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    return { status, body, headers: { cookie, 'x-csrf-token': body.csrfToken, 'if-match': '*' } };
  }

  async function order(): Promise<string> {
    const lines = [{ itemId: 'bream', quantity: 1, options: [{ groupId: 'g-side', optionId: 'o-rice' }] }];
    const key = { 'idempotency-key': randomUUID() };
    const path = `locations/${office.locationId}/orders`;
    return (await call<{ id: string }>('POST', path, key, { fulfilment: { type: 'pickup' }, lines })).body.id;
  }

  it('is paired once by its code, and belongs to its station', async () => {
    const orderId = await order();
    const ticket = (await office.read<BoardView>('board')).tickets.find((each) => each.orderId === orderId);
    const other = stations.find(({ id }) => id !== ticket?.stationId)?.id;
    const [own, elsewhere] = [await newCode({ stationId: ticket?.stationId }), await newCode({ stationId: other })];
    expect(own).toMatchObject({ code: expect.stringMatching(/^\d{6}$/) as string, stationId: ticket?.stationId });
    const screen = await pair(own.code);
    expect(screen).toMatchObject({ status: 201, body: { device: { id: own.id, stationId: ticket?.stationId } } });
    expect((await pair(own.code)).status).toBe(401);

    const stranger = await pair(elsewhere.code);
    const board = `locations/${office.locationId}/board?stationId=${ticket?.stationId ?? ''}`;
    expect((await call<BoardView>('GET', board, screen.headers)).body.tickets.map(({ id }) => id)).toContain(
      ticket?.id,
    );
    expect((await call<BoardView>('GET', board, stranger.headers)).body.tickets).toEqual([]);
    const start = `tickets/${ticket?.id ?? ''}/start`;
    expect((await call('POST', start, stranger.headers, {})).status).toBe(404);
    expect((await call('POST', start, screen.headers, {})).status).toBe(200);
    expect((await call('PUT', `orders/${orderId}/rush`, screen.headers, {})).status).toBe(403);
    expect((await call('GET', devices(), screen.headers)).status).toBe(403);
    expect((await call<SessionView>('GET', 'session', screen.headers)).body.permissions).toContain('kitchen.cook');
  });

  it('at the pass sees all stations and rushes orders', async () => {
    const orderId = await order();
    const { headers, body } = await pair((await newCode({})).code);
    expect(body.device).not.toHaveProperty('stationId');
    expect((await call('PUT', `orders/${orderId}/rush`, headers, {})).status).toBe(200);
  });

  it('is refused with a wrong code, and shut out at once when it is revoked', async () => {
    const wrong = await call<Problem>('POST', 'session/device', {}, { code: '000000' });
    expect([wrong.status, wrong.body.code]).toEqual([401, 'invalid_login']);
    const { code, id } = await newCode({});
    const { headers } = await pair(code);
    const list = (await call<KitchenDeviceView[]>('GET', devices(), office.headers)).body;
    expect(list.find((each) => each.id === id)).toHaveProperty('pairedAt');
    expect((await call('DELETE', `${devices()}/${id}`, office.headers)).status).toBe(204);
    expect((await call('GET', 'session', headers)).status).toBe(401);
    expect((await call('DELETE', `${devices()}/${id}`, office.headers)).status).toBe(404);
  });
});
