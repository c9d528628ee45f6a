import type { LocationView, SessionView } from '@comanda/shared';
import { RealProcess, TranslatedProgram, whereIs } from './real-process.js';
import type { Ended } from './real-process.js';
import { createTestDatabase } from './test-database.js';
import type { TestDatabase } from './test-database.js';

const PATIENCE_MS = 240_000;
const PASSWORD = 'a long first sentence';
const CORNER = [
  ...['location', 'create', '--here', '--name', 'Corner Kitchen', '--timezone', 'Europe/Berlin', '--currency', 'EUR'],
  ...['--languages', 'en,de', '--tables', '3', '--admin-email', 'ines@corner.example', '--password-stdin'],
];

let program: TranslatedProgram;
let database: TestDatabase;
let running: RealProcess | undefined;

beforeAll(async () => {
  program = await TranslatedProgram.make();
  database = await createTestDatabase();
}, PATIENCE_MS);
afterAll(async () => {
  await running?.kill();
  await database.drop();
});

const comanda = (words: readonly string[], input = ''): Promise<Ended> =>
  program.comanda(words, { ...whereIs(database), COMANDA_SERVER: running?.address ?? '' }, input);

async function logIn(email: string, password: string): Promise<number> {
  const answer = await fetch(`${running?.address ?? ''}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  return answer.status === 200 || answer.status === 201
    ? ((await answer.json()) as SessionView).locationId.length
    : answer.status;
}

it(
  'starts a real restaurant from nothing: first its admin, then everybody else',
  async () => {
    running = await RealProcess.start(program, database, { DEMO: 'off' });
    expect(running.said).toMatch(/Nobody can log in yet\. .*location create --here/);
    expect(await (await fetch(`${running.address}/api/v1/locations`)).json()).toEqual([]);
    expect(await comanda(['staff', 'create', '--here', ...anna()], PASSWORD)).toMatchObject({
      code: 1,
      said: expect.stringContaining('There is no restaurant yet.') as unknown,
    });
    expect(await comanda(CORNER, 'short')).toMatchObject({ code: 2, out: '' });

    const opened = await comanda(CORNER, `${PASSWORD}\n`);
    expect(opened).toMatchObject({ code: 0, said: expect.stringContaining('Corner Kitchen is open') as unknown });
    const again = await comanda(CORNER, PASSWORD);
    expect([again.code, again.said]).toEqual([1, expect.stringContaining('/admin/email: Use another e-mail.')]);

    const [location] = (await (await fetch(`${running.address}/api/v1/locations`)).json()) as LocationView[];
    expect([location?.name, location?.id]).toEqual(['Corner Kitchen', opened.out.trim()]);
    expect(await logIn('ines@corner.example', PASSWORD)).toBe(location?.id.length);

    const here = await comanda(['staff', 'create', '--here', ...anna()], PASSWORD);
    expect([here.code, here.said]).toEqual([0, expect.stringContaining('Anna can log in as anna@corner.example')]);
    expect(await logIn('anna@corner.example', PASSWORD)).toBe(location?.id.length);
    await running.kill();

    running = await RealProcess.start(program, database, { DEMO: 'off' });
    expect(running.said).not.toMatch(/Nobody can log in/);
  },
  PATIENCE_MS,
);

it(
  'refuses to make a database where the server has none',
  async () => {
    const { code, said } = await program.comanda(CORNER, { DATA_DIR: '/nowhere/at-all' }, PASSWORD);
    expect([code, said]).toEqual([2, expect.stringMatching(/^There is no database at .*comanda\.sqlite\./)]);
  },
  PATIENCE_MS,
);

function anna(): string[] {
  return ['--name', 'Anna', '--email', 'anna@corner.example', '--role', 'waiter', '--password-stdin'];
}
