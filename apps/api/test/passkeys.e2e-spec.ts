import type {
  GuestSessionView,
  PasskeyChallengeView,
  PasskeyCreationView,
  PasskeyView,
  Problem,
} from '@comanda/shared';
import { openGuestRoom, sessionOf } from './guest-room.js';
import type { GuestRoom } from './guest-room.js';
import type { Headed } from './http-client.js';
import { SoftAuthenticator } from './soft-authenticator.js';

let room: GuestRoom;
let ines: Headed;
beforeAll(async () => {
  room = await openGuestRoom();
  ines = await room.enter('ines@example.org');
});
afterAll(() => room.close());

const call = <T>(method: string, path: string, body?: object, as: Headed = {}) =>
  room.http.call<T & Problem>(method, `/guest-account${path}`, body, as);
const aPhone = (origin = room.http.address) => new SoftAuthenticator(origin, 'localhost');
const toRegister = async () =>
  (await call<PasskeyCreationView>('POST', '/passkeys/challenge', { purpose: 'register' }, ines)).body;
const toLogIn = async () =>
  (await call<PasskeyChallengeView>('POST', '/passkey-challenges', { purpose: 'log-in' })).body.challenge;
const logIn = (signed: object) => call<GuestSessionView>('POST', '/session/passkey', signed);

async function registered(): Promise<{ phone: SoftAuthenticator; passkey: PasskeyView }> {
  const phone = aPhone();
  const made = phone.create((await toRegister()).challenge, 'My phone');
  const { status, body } = await call<PasskeyView>('POST', '/passkeys', made, ines);
  expect(status).toBe(201);
  return { phone, passkey: body };
}

it('logs in with a passkey that was registered before, without a mail', async () => {
  const { phone, passkey } = await registered();
  const opened = await logIn(phone.sign(await toLogIn()));
  expect(opened).toMatchObject({ status: 201, body: { account: { email: 'ines@example.org' } } });
  const { body } = await call<PasskeyView[]>('GET', '/passkeys', undefined, sessionOf(opened));
  expect(body).toContainEqual({ ...passkey, name: 'My phone', lastUsedAt: expect.any(String) });
  const next = await toRegister();
  expect(next.excludeCredentials).toHaveLength(body.length);
});

it('takes each challenge once, and each kind for its own purpose', async () => {
  const { phone } = await registered();
  const signed = phone.sign(await toLogIn());
  const answers = await Promise.all([logIn(signed), logIn(signed)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 401]);
  expect((await logIn(phone.sign((await toRegister()).challenge))).body.code).toBe('invalid_passkey');
  const misused = await call('POST', '/passkeys', aPhone().create(await toLogIn(), 'x'), ines);
  expect(misused.body.code).toBe('invalid_passkey');
});

it.each([
  ['of another origin', async () => aPhone('https://evil.example').sign(await toLogIn())],
  ['that nobody has registered', async () => aPhone().sign(await toLogIn())],
  ['for a challenge that was never given', async () => aPhone().sign('A'.repeat(43))],
  ['that is no JSON', async () => ({ ...aPhone().sign(await toLogIn()), clientDataJSON: 'AAAA' })],
])('refuses an answer %s', async (_, signed) => {
  expect(await logIn(await signed())).toMatchObject({ status: 401, body: { code: 'invalid_passkey' } });
});

it('refuses a passkey made for another origin', async () => {
  const made = aPhone('https://evil.example').create((await toRegister()).challenge, 'x');
  expect((await call('POST', '/passkeys', made, ines)).body.code).toBe('invalid_passkey');
});

it('forgets a passkey, and no other guest’s', async () => {
  const { phone, passkey } = await registered();
  const eve = await room.enter('eve@example.org');
  expect((await call('DELETE', `/passkeys/${passkey.id}`, undefined, eve)).status).toBe(404);
  expect((await call('DELETE', `/passkeys/${passkey.id}`, undefined, ines)).status).toBe(204);
  expect((await logIn(phone.sign(await toLogIn()))).status).toBe(401);
});

it('has no passkeys under a bare address', async () => {
  const bare = { host: '127.0.0.1' };
  const answer = await room.app.inject({ url: '/api/v1/guest-account/ways', headers: bare });
  expect(answer.json()).toEqual({ mail: true, passkeys: false });
  const refused = await room.app.inject({
    method: 'POST',
    url: '/api/v1/guest-account/passkey-challenges',
    payload: { purpose: 'log-in' },
    headers: bare,
  });
  expect(refused.json<Problem>().code).toBe('insecure_transport');
});
