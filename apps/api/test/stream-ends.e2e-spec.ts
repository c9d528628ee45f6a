import type { KitchenDeviceView, PairingCodeView, StaffView } from '@comanda/shared';
import { EventStreamClient } from './event-stream-client.js';
import { logIn, openOffice } from './office.js';
import type { Office } from './office.js';

type Headers = Readonly<Record<string, string>>;

const LOGIN = { email: 'rosa@fennel.example', password: 'ten small plates' };

let office: Office;
beforeAll(async () => {
  office = await openOffice('admin');
  await office.app.listen(0, '127.0.0.1');
});
afterAll(() => office.close());

/** Somebody who listens to all that happens. */
async function aListener(headers: Headers): Promise<{ readonly over: Promise<void>; readonly cut: () => void }> {
  const url = `${await office.app.getUrl()}/api/v1/locations/${office.locationId}/events/stream?after=0`;
  const client = new EventStreamClient(headers);
  const over = client.listen(url);
  while (client.ids.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  return { over, cut: () => client.cut() };
}

async function pairedScreen(): Promise<{ readonly id: string; readonly headers: Headers }> {
  const url = '/api/v1/session/device';
  const asked = await office.app.inject({ method: 'POST', url, payload: { screen: 'kitchen' } });
  const { code } = asked.json<PairingCodeView>();
  const { body } = await office.call<KitchenDeviceView>('POST', 'kitchen-devices', { code, name: 'Left screen' });
  return { id: body.id, headers: { cookie: asked.cookies.map(({ name, value }) => `${name}=${value}`).join('; ') } };
}

it('the stream of whoever has logged out, was switched off or unpaired ends within seconds, nobody else’s', async () => {
  const { body: rosa } = await office.call<StaffView>('POST', 'staff-accounts', {
    name: 'Rosa',
    role: 'waiter',
    ...LOGIN,
  });
  const waiter = (await office.as('waiter')).headers;
  const screen = await pairedScreen();
  const still = await aListener((await office.as('kitchen')).headers);
  const ending = [
    await aListener(await logIn(office.app, LOGIN)),
    await aListener(waiter),
    await aListener(screen.headers),
  ];

  await office.app.inject({ method: 'DELETE', url: '/api/v1/session', headers: waiter });
  await office.call('PATCH', `staff-accounts/${rosa.id}`, { active: false });
  await office.call('DELETE', `kitchen-devices/${screen.id}`);
  await Promise.all(ending.map(({ over }) => over));

  const isOver = Symbol('over');
  const next = await Promise.race([still.over.then(() => isOver), office.read('board')]);
  expect(next).not.toBe(isOver);
  still.cut();
  await still.over;
});
