import type { EmailChangeView, GuestAccountView, Problem } from '@comanda/shared';
import { EmailChangeEntity } from '../src/guests/email/email-change.entity.js';
import { GuestSweeper } from '../src/guests/guest-sweeper.js';
import { Database, Transactions } from '../src/platform/database/index.js';
import { Outbox } from '../src/platform/mail/index.js';
import { openGuestRoom } from './guest-room.js';
import type { GuestRoom } from './guest-room.js';
import type { Headed } from './http-client.js';

let room: GuestRoom;
beforeAll(async () => (room = await openGuestRoom()));
afterAll(() => room.close());

const call = <T>(method: string, path: string, body: object | undefined, as: Headed) =>
  room.http.call<T & Problem>(method, `/guest-account${path}`, body, as);
const ask = (email: string, as: Headed) => call<EmailChangeView>('POST', '/email-changes', { email }, as);
const confirm = (token: string, as: Headed) =>
  call<GuestAccountView>('POST', '/email-changes/confirmation', { token }, as);
const waiting = async (as: Headed) => (await call<EmailChangeView[]>('GET', '/email-changes', undefined, as)).body;
const emailOf = async (as: Headed) => (await call<GuestAccountView>('GET', '', undefined, as)).body.email;
const lettersTo = async (email: string) =>
  (await room.app.get(Outbox).list()).filter(({ recipient }) => recipient === email);

it('changes nothing before the link at the new address is opened, tells the old one, and leaves other devices logged in', async () => {
  const [phone, laptop] = [await room.enter('ada@example.org'), await room.enter('ada@example.org')];
  const asked = await ask('ada.new@example.org', phone);
  expect(asked).toMatchObject({ status: 202, body: { email: 'ada.new@example.org' } });
  expect(await waiting(laptop)).toEqual([asked.body]);
  expect(await emailOf(phone)).toBe('ada@example.org');
  const [notice] = await lettersTo('ada@example.org');
  expect(notice?.subject).toContain('is to get another address');
  expect(notice?.body).not.toContain('ada.new');
  expect(notice?.body).not.toContain('#');

  const token = await room.tokenFor('ada.new@example.org');
  expect((await lettersTo('ada.new@example.org'))[0]?.body).toContain(`/account/email#${token}`);
  expect(await confirm(token, laptop)).toMatchObject({ status: 200, body: { email: 'ada.new@example.org' } });
  expect([await emailOf(phone), await emailOf(laptop)]).toEqual(['ada.new@example.org', 'ada.new@example.org']);
  expect(await waiting(phone)).toEqual([]);
  expect((await confirm(token, phone)).body.code).toBe('login_link_used');
  const again = await room.enter('ada.new@example.org');
  expect((await call<GuestAccountView>('GET', '', undefined, again)).body.id).toBe(
    (await call<GuestAccountView>('GET', '', undefined, phone)).body.id,
  );
});

it('does not tell whether the new address has an account before its mailbox has answered', async () => {
  const [bea] = [await room.enter('bea@example.org'), await room.enter('taken@example.org')];
  const [free, taken] = [await ask('nobody@example.org', bea), await ask('taken@example.org', bea)];
  expect([free.status, taken.status]).toEqual([202, 202]);
  expect(Object.keys(free.body)).toEqual(Object.keys(taken.body));
  const refused = await confirm(await room.tokenFor('taken@example.org'), bea);
  expect([refused.status, refused.body.code]).toEqual([409, 'already_exists']);
  expect(await emailOf(bea)).toBe('bea@example.org');
});

it('takes the link of the last wish, from the account that asked, within its time, unless it is withdrawn', async () => {
  const [cleo, eve] = [await room.enter('cleo@example.org'), await room.enter('eve@example.org')];
  await ask('cleo1@example.org', cleo);
  const first = await room.tokenFor('cleo1@example.org');
  await ask('cleo2@example.org', cleo);
  const second = await room.tokenFor('cleo2@example.org');
  expect((await confirm(first, cleo)).status).toBe(404);
  expect((await confirm(second, eve)).status).toBe(404);
  expect((await confirm(second, {})).status).toBe(401);
  expect((await call('DELETE', '/email-changes', undefined, cleo)).status).toBe(204);
  expect((await confirm(second, cleo)).status).toBe(404);
  await ask('cleo3@example.org', cleo);
  const third = await room.tokenFor('cleo3@example.org');
  await room.app
    .get(Transactions)
    .run(({ manager }) =>
      manager.update(EmailChangeEntity, { email: 'cleo3@example.org' }, { expiresAt: Date.now() - 1 }),
    );
  expect((await confirm(third, cleo)).body.code).toBe('login_link_expired');
  expect(await waiting(cleo)).toEqual([]);
  await room.app.get(GuestSweeper).sweep();
  expect((await confirm(third, cleo)).status).toBe(404);
  const same = await ask(' CLEO@Example.org ', cleo);
  expect(same).toMatchObject({ status: 422, body: { errors: [{ pointer: '/email', code: 'same' }] } });
});

it('gives one address to one of two who take it at the same time, and a link to one of two presses', async () => {
  const rivals = [await room.enter('rival1@example.org'), await room.enter('rival2@example.org')];
  const tokens: string[] = [];
  for (const rival of rivals) {
    await ask('prize@example.org', rival);
    tokens.push(await room.tokenFor('prize@example.org'));
  }
  const answers = await Promise.all(rivals.map((rival, at) => confirm(tokens[at] ?? '', rival)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(answers.find(({ status }) => status === 409)?.body.code).toBe('already_exists');
  const [finn] = [await room.enter('finn@example.org')];
  await ask('finn2@example.org', finn);
  const token = await room.tokenFor('finn2@example.org');
  const presses = await Promise.all([confirm(token, finn), confirm(token, finn)]);
  expect(presses.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(await emailOf(finn)).toBe('finn2@example.org');
});

it('writes to one mailbox five times in a quarter of an hour, and to nobody where no mail is read', async () => {
  const gus = await room.enter('gus@example.org');
  const statuses: number[] = [];
  for (let asked = 0; asked < 6; asked += 1) statuses.push((await ask('gus2@example.org', gus)).status);
  expect(statuses).toEqual([202, 202, 202, 202, 202, 429]);
  room.app.get(Outbox).works = false;
  expect((await ask('gus3@example.org', gus)).body.code).toBe('mail_off');
  room.app.get(Outbox).works = true;
});

it('is forgotten with the account: addresses old, new and asked for', async () => {
  const hal = await room.enter('hal@example.org');
  await ask('hal2@example.org', hal);
  await confirm(await room.tokenFor('hal2@example.org'), hal);
  await ask('hal3@example.org', hal);
  expect((await call('DELETE', '', undefined, hal)).status).toBe(204);
  const left = (await room.app.get(Outbox).list()).filter((letter) => /hal\d?@/.test(JSON.stringify(letter)));
  expect(left).toEqual([]);
  expect(await room.app.get(Database).reader.countBy(EmailChangeEntity, { email: 'hal3@example.org' })).toBe(0);
});
