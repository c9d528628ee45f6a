import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DataSource } from 'typeorm';
import { connectWriter } from '../src/platform/database/index.js';
import { SCHEMA } from '../src/schema.js';
import { freePort, TranslatedProgram, whereIs } from './real-process.js';
import { createTestDatabase } from './test-database.js';
import type { TestDatabase } from './test-database.js';

const PATIENCE_MS = 120_000;
const PAGE_BYTES = 4096;
/** Root may write into every folder, except into those of the kernel. */
const isRoot = process.getuid?.() === 0;
const onServer = process.env['COMANDA_TEST_DB'] === 'mariadb';

let program: TranslatedProgram;
let folder: string;
let free: string;

beforeAll(async () => {
  program = await TranslatedProgram.make();
  folder = mkdtempSync(join(tmpdir(), 'comanda-starts-'));
  free = String(await freePort());
}, PATIENCE_MS);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A process takes its time to start on a busy machine. */
const patiently = (name: string, test: () => Promise<void>): void => it(name, test, PATIENCE_MS);

type Environment = Readonly<Record<string, string>>;

/** One line of plain words, nothing else, and an exit code that scripts understand. */
async function expectSentence(environment: Environment, sentence: RegExp): Promise<void> {
  const { code, out, said } = await program.failToStart({ PORT: free, ...environment });
  expect(said).toMatch(sentence);
  expect([code, out, said.trim().split('\n').length]).toEqual([1, '', 1]);
  expect(said).not.toMatch(/\bat .*:\d+|Error:/);
}

function inFolder(name: string): string {
  const file = join(folder, name, 'comanda.sqlite');
  mkdirSync(dirname(file));
  return file;
}

/** A database of Comanda as it stands after the first start. */
async function madeFile(name: string): Promise<string> {
  const file = inFolder(name);
  const dataSource = await connectWriter({ file }, SCHEMA);
  await dataSource.query('PRAGMA wal_checkpoint(TRUNCATE)');
  await dataSource.destroy();
  return file;
}

function overwrite(file: string, from: number, bytes: number): void {
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.alloc(bytes, 0xa5), 0, bytes, from);
  closeSync(handle);
}

(onServer ? describe.skip : describe)('with the embedded file a start that fails says why:', () => {
  patiently('the file is no database', async () => {
    const file = inFolder('diary');
    writeFileSync(file, 'Dear diary, today we were fully booked. '.repeat(500));
    await expectSentence({ DATA_DIR: dirname(file) }, /^The database file is not one of Comanda\. Move it away/);
  });

  patiently('the file is damaged', async () => {
    const file = await madeFile('damaged');
    overwrite(file, PAGE_BYTES, statSync(file).size - PAGE_BYTES);
    await expectSentence({ DATA_DIR: dirname(file) }, /^The database file is damaged\. Restore a backup/);
  });

  patiently("the file is another program's, which stays as it was", async () => {
    const file = inFolder('other');
    const other = await new DataSource({ type: 'better-sqlite3', database: file }).initialize();
    await other.query('CREATE TABLE orders (id INTEGER)');
    await expectSentence({ DATA_DIR: dirname(file) }, /tables that are not Comanda's \(orders\).* of its own\.$/m);
    expect(await other.query("SELECT name FROM sqlite_master WHERE type = 'table'")).toEqual([{ name: 'orders' }]);
    await other.destroy();
  });

  patiently('DATA_DIR is a file', async () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    await expectSentence({ DATA_DIR: file }, /^There is a file in the way of the folder in DATA_DIR\./);
  });

  patiently('DATA_DIR cannot be written', async () => {
    const closed = isRoot ? '/sys' : join(folder, 'closed');
    if (!isRoot) mkdirSync(closed, { mode: 0o555 });
    await expectSentence({ DATA_DIR: join(closed, 'data') }, /^The folder in DATA_DIR cannot be written/);
  });

  patiently('the port is in use', async () => {
    const rival = createServer().listen(0, '127.0.0.1');
    await once(rival, 'listening');
    const { port } = rival.address() as { port: number };
    const places = { DATA_DIR: join(folder, 'port'), HOST: '127.0.0.1' };
    await expectSentence({ ...places, PORT: String(port) }, new RegExp(`^Port ${String(port)} is in use\\.`));
    rival.close();
  });

  patiently('HOST is no address of this machine', async () => {
    const places = { DATA_DIR: join(folder, 'host') };
    await expectSentence({ ...places, HOST: '192.0.2.1' }, /^This machine does not have the address "192\.0\.2\.1"\./);
  });

  patiently('settings are wrong, and nothing was made', async () => {
    const DATA_DIR = join(folder, 'never');
    await expectSentence({ DATA_DIR, PORT: 'eighty', DEMO: 'maybe' }, /^PORT is "eighty".*DEMO is "maybe"/);
    expect(existsSync(DATA_DIR)).toBe(false);
  });

  patiently('nobody answers as a database server', async () => {
    const url = `mysql://cook:secret@127.0.0.1:${free}/comanda`;
    await expectSentence({ DATABASE_URL: url }, /^No database server answers at the address in DATABASE_URL\./);
  });
});

(onServer ? describe : describe.skip)('with a database server a start that fails says why:', () => {
  let database: TestDatabase;
  beforeAll(async () => (database = await createTestDatabase()));
  afterAll(() => database.drop());

  const urlWith = (change: (url: URL) => void): Environment => {
    const url = new URL(database.settings.url ?? '');
    change(url);
    return { DATABASE_URL: url.href };
  };

  patiently('the password is wrong, or there is no such database', async () => {
    const wrong = urlWith((url) => {
      url.username = 'nobody';
      url.password = 'wrong-password';
    });
    await expectSentence(wrong, /^The database server refuses the user or password in DATABASE_URL\.$/m);
    const none = urlWith((url) => (url.pathname = '/comanda_that_is_not_there'));
    await expectSentence(none, /^The database named in DATABASE_URL does not exist\./);
  });

  patiently("the database has another program's tables, which stay as they were", async () => {
    const other = await new DataSource({ type: 'mysql', url: database.settings.url ?? '' }).initialize();
    await other.query('CREATE TABLE migrations (id INT PRIMARY KEY, migration VARCHAR(255))');
    await other.query('INSERT INTO migrations (id) VALUES (1)');
    await other.query('CREATE TABLE orders (id INT PRIMARY KEY)');
    await expectSentence(whereIs(database), /tables that are not Comanda's \(orders\).* of its own\.$/m);
    expect(await other.query('SHOW TABLES')).toHaveLength(2);
    await other.destroy();
  });
});
