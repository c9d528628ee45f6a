import type { Problem, StaffView } from '@comanda/shared';
import { logIn, openOffice } from './office.js';
import type { Office } from './office.js';

const ROSA = { name: 'Rosa', role: 'waiter', password: 'ten small plates' };
let hired = 0;

let office: Office;
beforeAll(async () => (office = await openOffice('admin')));
afterAll(() => office.close());

const hire = (more: object = {}) =>
  office.call<StaffView & Problem>('POST', 'staff-accounts', {
    ...ROSA,
    email: `Rosa.${String(++hired)}@Fennel.example `,
    ...more,
  });
const enter = ({ email }: StaffView) => logIn(office.app, { email, password: ROSA.password });
const change = (id: string, body: object) => office.call<StaffView & Problem>('PATCH', `staff-accounts/${id}`, body);
const pointers = ({ errors = [] }: Problem): string[] => errors.map(({ pointer }) => pointer);

describe('staff accounts', () => {
  it('are made, listed without anything secret, and log in', async () => {
    const { status, body } = await hire();
    expect([status, body.email, body.active]).toEqual([201, `rosa.${String(hired)}@fennel.example`, true]);
    const list = await office.read<StaffView[]>('staff-accounts');
    expect(list.at(-1)).toEqual({ id: body.id, name: 'Rosa', email: body.email, role: 'waiter', active: true });
    expect(await enter(body)).toHaveProperty('x-csrf-token', expect.any(String));
  });

  it('take another role at once, in sessions that are open', async () => {
    const { body } = await hire();
    const headers = await enter(body);
    const url = `/api/v1/locations/${office.locationId}/staff-accounts`;
    expect((await office.app.inject({ url, headers })).statusCode).toBe(403);
    expect((await change(body.id, { role: 'admin' })).body.role).toBe('admin');
    expect((await office.app.inject({ url, headers })).statusCode).toBe(200);
    expect((await change(body.id, { role: 'waiter' })).body.role).toBe('waiter');
  });

  it.each([{ active: false }, { password: 'another long one' }])('are logged out by %p', async (body) => {
    const rosa = (await hire()).body;
    const headers = await enter(rosa);
    expect((await change(rosa.id, body)).status).toBe(200);
    expect((await office.app.inject({ url: '/api/v1/session', headers })).statusCode).toBe(401);
  });

  it('keep their last admin, and say so', async () => {
    const admin = (await office.read<StaffView[]>('staff-accounts')).find(({ role }) => role === 'admin');
    for (const body of [{ active: false }, { role: 'waiter' }]) {
      const answer = await change(admin?.id ?? '', body);
      expect([answer.status, answer.body.code]).toEqual([409, 'in_use']);
    }
  });

  it('refuse an e-mail that somebody has, in any spelling', async () => {
    const { email } = (await hire()).body;
    const answer = await hire({ email: email.toUpperCase() });
    expect([answer.status, pointers(answer.body)]).toEqual([409, ['/email']]);
  });

  it.each([
    [{ name: ' ' }, '/name'],
    [{ name: 'x'.repeat(81) }, '/name'],
    [{ email: 'rosa' }, '/email'],
    [{ email: 7 }, '/email'],
    [
      { email: `${'İ'.repeat(32)}@${'x'.repeat(60)}.${'y'.repeat(60)}.${'z'.repeat(60)}.${'w'.repeat(30)}.example` },
      '/email',
    ],
    [{ role: 'owner' }, '/role'],
    [{ password: 'short' }, '/password'],
    [{ password: 'x'.repeat(201) }, '/password'],
    [{ active: false }, '/active'],
  ])('refuse %p', async (more, pointer) => {
    const answer = await hire(more);
    expect([answer.status, pointers(answer.body)]).toEqual([422, expect.arrayContaining([pointer])]);
  });

  it('name every wrong field of a change, and what is not there', async () => {
    const { id } = (await hire()).body;
    const answer = await change(id, { name: null, role: 7, active: 'no', email: 'x@y.example' });
    expect([...new Set(pointers(answer.body))].sort()).toEqual(['/active', '/email', '/name', '/role']);
    expect((await change('nobody', { name: 'x' })).status).toBe(404);
  });

  it('are a matter of admins alone', async () => {
    const manager = await office.as('manager');
    expect((await manager.call('GET', 'staff-accounts')).status).toBe(403);
    expect((await manager.call('POST', 'staff-accounts', ROSA)).status).toBe(403);
  });
});
