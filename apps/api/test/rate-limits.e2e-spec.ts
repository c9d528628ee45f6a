import type { Problem } from '@comanda/shared';
import { RateLimits } from '../src/platform/http/limits/rate-limits.js';
import { logIn, openOffice } from './office.js';
import type { Office } from './office.js';

let office: Office;
beforeAll(async () => (office = await openOffice()));
afterAll(() => office.close());

const from = (remoteAddress: string, headers: Record<string, string> = {}) =>
  office.app.inject({ url: `/api/v1/locations/${office.locationId}`, remoteAddress, headers });
const menuFrom = (remoteAddress: string, headers: Record<string, string> = {}) =>
  office.app.inject({ url: `/api/v1/locations/${office.locationId}/menu`, remoteAddress, headers });
const tryToLogIn = (remoteAddress: string, email: string, password = 'guessed') =>
  office.app.inject({ method: 'POST', url: '/api/v1/session', payload: { email, password }, remoteAddress });
const MANAGER = 'manager@fennel-and-ember.example';

it('tells every caller of the API where they stand, whatever the answer', async () => {
  const { headers } = await from('203.0.113.1');
  expect(headers['ratelimit-policy']).toBe('"address";q=3000;w=60');
  expect(headers['ratelimit']).toMatch(/^"address";r=2999;t=\d+$/);
  const missing = await office.app.inject({ url: '/api/v1/nothing', remoteAddress: '203.0.113.1' });
  expect(missing.headers['ratelimit']).toMatch(/^"address";r=2998;/);
});

it('counts staff by who they are, and this machine hardly', async () => {
  expect((await from('203.0.113.2', office.headers)).headers['ratelimit-policy']).toBe('"staff";q=6000;w=60');
  expect((await from('203.0.113.2')).headers['ratelimit']).toMatch(/r=2999/);
  expect((await from('127.0.0.1')).headers['ratelimit-policy']).toBe('"local";q=1000000;w=60');
});

it('refuses a guest who asks too often and says when to come back; staff at the same place go on', async () => {
  const limits = office.app.get(RateLimits);
  for (let asked = 0; asked < 3000; asked += 1) await limits.take('address', '203.0.113.3');
  const answer = await from('203.0.113.3');
  expect([answer.statusCode, answer.json<Problem>().code]).toEqual([429, 'too_many_requests']);
  expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
  expect((await from('203.0.113.3', office.headers)).statusCode).toBe(200);
  expect((await from('203.0.113.3', { cookie: 'comanda=made-up' })).statusCode).toBe(429);
  expect((await from('203.0.113.4')).statusCode).toBe(200);
});

it('refuses also what was sent before to who asks too often', async () => {
  const limits = office.app.get(RateLimits);
  for (let asked = 0; asked < 2; asked += 1) expect((await menuFrom('203.0.113.8')).statusCode).toBe(200);
  for (let asked = 0; asked < 3000; asked += 1) await limits.take('address', '203.0.113.9');
  expect((await menuFrom('203.0.113.9')).statusCode).toBe(429);
  expect((await menuFrom('203.0.113.9', { cookie: 'comanda=made-up' })).statusCode).toBe(429);
  expect((await menuFrom('203.0.113.9', office.headers)).statusCode).toBe(200);
  expect((await menuFrom('203.0.113.8')).statusCode).toBe(200);
});

it('lets nobody guess passwords: ten failures from one address, and success is not counted', async () => {
  for (let shift = 0; shift < 12; shift += 1) {
    await logIn(office.app, { email: MANAGER, password: 'demo-manager-pass' });
  }
  const guesses = await Promise.all(Array.from({ length: 12 }, () => tryToLogIn('192.168.7.7', MANAGER)));
  expect(guesses.map(({ statusCode }) => statusCode).sort()).toEqual([...Array<number>(10).fill(401), 429, 429]);
  expect((await tryToLogIn('192.168.7.7', MANAGER.toUpperCase())).statusCode).toBe(429);
  expect((await tryToLogIn('192.168.7.8', MANAGER, 'demo-manager-pass')).statusCode).toBe(201);
});

it('counts the orders of guests by themselves', async () => {
  const url = `/api/v1/locations/${office.locationId}/orders`;
  const answer = await office.app.inject({ method: 'POST', url, payload: {}, remoteAddress: '203.0.113.5' });
  expect(answer.headers['ratelimit-policy']).toBe('"address";q=3000;w=60, "order";q=300;w=60');
});

it('lets nobody keep the times of a whole evening from the others', async () => {
  const limits = office.app.get(RateLimits);
  const hold = (remoteAddress: string) =>
    office.app.inject({
      method: 'PUT',
      url: `/api/v1/locations/${office.locationId}/slot-holds/held-by-a-script-1`,
      payload: {},
      remoteAddress,
    });
  for (let asked = 0; asked < 120; asked += 1) await limits.take('hold', '203.0.113.20');
  const refused = await hold('203.0.113.20');
  expect(refused.statusCode).toBe(429);
  expect(refused.json()).toMatchObject({ detail: expect.stringContaining('Order without one') });
  expect((await hold('203.0.113.21')).statusCode).toBe(422);
  const url = `/api/v1/locations/${office.locationId}/orders`;
  const order = await office.app.inject({ method: 'POST', url, payload: {}, remoteAddress: '203.0.113.20' });
  expect(order.statusCode).not.toBe(429);
});

it('lets nobody fill the codes of screens, nor try them all', async () => {
  const ask = (remoteAddress: string) =>
    office.app.inject({ method: 'POST', url: '/api/v1/session/device', payload: { screen: 'kitchen' }, remoteAddress });
  const limits = office.app.get(RateLimits);
  for (let shown = 1; shown < 60; shown += 1) await limits.take('pairing', '192.168.7.9');
  expect([(await ask('192.168.7.9')).statusCode, (await ask('192.168.7.9')).statusCode]).toEqual([201, 429]);
  expect((await ask('192.168.7.10')).statusCode).toBe(201);

  const guess = () => office.call<Problem>('POST', 'kitchen-devices', { code: '000000', name: 'Left screen' });
  const { headers } = await guess();
  expect(headers['ratelimit-policy']).toBe('"staff";q=6000;w=60, "pairing";q=60;w=900');
  const guesses = await Promise.all(Array.from({ length: 60 }, guess));
  expect(guesses.filter(({ status }) => status === 429)).toHaveLength(1);
});
