import { Test } from '@nestjs/testing';
import type { TestingModule } from '@nestjs/testing';
import { openTestDatabase } from '../../test/test-database.js';
import { ClockModule } from '../platform/clock/index.js';
import { DatabaseModule } from '../platform/database/index.js';
import { EventsModule } from '../platform/events/index.js';
import { SCHEMA } from '../schema.js';
import { AccountsModule, Sessions, StaffAccounts } from './index.js';

const ANA = { name: 'Ana', email: 'Ana@harbour.example', role: 'admin', password: 'charred leeks' } as const;

let app: TestingModule;
let close: () => Promise<void>;

beforeEach(async () => {
  const opened = await openTestDatabase();
  close = () => opened.close();
  app = await Test.createTestingModule({
    imports: [DatabaseModule.register(opened.settings, SCHEMA), ClockModule, EventsModule, AccountsModule],
  }).compile();
  await app.init();
});

afterEach(async () => {
  await app.close();
  await close();
});

describe('staff accounts', () => {
  it('open a session with the right password only, and close it', async () => {
    await app.get(StaffAccounts).create('harbour', ANA);
    const sessions = app.get(Sessions);
    await expect(sessions.logIn(ANA.email, 'wrong')).rejects.toMatchObject({ code: 'invalid_login' });
    await expect(sessions.logIn('nobody@harbour.example', ANA.password)).rejects.toMatchObject({
      code: 'invalid_login',
    });
    const { secret } = await sessions.logIn(ANA.email, ANA.password);
    expect(await sessions.find(secret)).toMatchObject({ staff: { name: 'Ana', role: 'admin' } });
    await sessions.logOut(secret);
    expect(await sessions.find(secret)).toBeNull();
  });

  it('open each their own session when many ask at the same moment', async () => {
    const [accounts, sessions] = [app.get(StaffAccounts), app.get(Sessions)];
    const people = [ANA, { ...ANA, name: 'Ben', email: 'ben@harbour.example', role: 'kitchen' }] as const;
    for (const each of people) await accounts.create('harbour', each);
    const opened = await Promise.all(people.map(({ email, password }) => sessions.logIn(email, password)));
    const secrets = [...opened.map(({ secret }) => secret), 'of nobody'];
    const found = await Promise.all([...secrets, ...secrets].map((secret) => sessions.find(secret)));
    expect(found.map((session) => session?.staff.name)).toEqual(['Ana', 'Ben', undefined, 'Ana', 'Ben', undefined]);
    expect(found.slice(0, 2)).toEqual(opened.map(({ session }) => session));
  });

  it('keep their last admin', async () => {
    const { id } = await app.get(StaffAccounts).create('harbour', ANA);
    const change = app.get(StaffAccounts).change('harbour', id, { active: false });
    await expect(change).rejects.toMatchObject({ code: 'in_use' });
  });

  it('refuse an e-mail that somebody has', async () => {
    await app.get(StaffAccounts).create('harbour', ANA);
    await expect(app.get(StaffAccounts).create('harbour', ANA)).rejects.toMatchObject({ code: 'already_exists' });
  });
});
