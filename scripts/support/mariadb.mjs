import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import mysql from 'mysql2/promise';
import { ensureProgram, Missing } from './debian.mjs';
import { killGroup, run, start } from './tools.mjs';

const account = 'comanda';

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

async function untilReady(url, server, logFile) {
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await wait(100)) {
    if (server.exitCode !== null) break;
    try {
      const connection = await mysql.createConnection(url);
      await connection.end();
      return;
    } catch {
      // Not yet.
    }
  }
  throw new Missing(`MariaDB did not start:\n${readFileSync(logFile, 'utf8').split('\n').slice(-15).join('\n')}`);
}

async function prepareFolder(folder, asUser) {
  const installer = await ensureProgram({
    names: ['mariadb-install-db', 'mysql_install_db'],
    debianPackage: 'mariadb-server',
    purpose: 'The database tests',
  });
  const { code, output } = await run(installer, [
    '--no-defaults',
    `--datadir=${join(folder, 'data')}`,
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
    ...asUser,
  ]);
  if (code !== 0) throw new Missing(`MariaDB could not prepare its data folder:\n${output.trimEnd()}`);
  writeFileSync(
    join(folder, 'init.sql'),
    `CREATE USER IF NOT EXISTS '${account}'@'%' IDENTIFIED BY '${account}';\nGRANT ALL ON *.* TO '${account}'@'%';\n`,
  );
}

function serve(program, { folder, port, logFile }, asUser) {
  return start(
    program,
    [
      '--no-defaults',
      `--datadir=${join(folder, 'data')}`,
      `--socket=${join(folder, 'server.sock')}`,
      `--pid-file=${join(folder, 'server.pid')}`,
      `--log-error=${logFile}`,
      `--init-file=${join(folder, 'init.sql')}`,
      '--bind-address=127.0.0.1',
      `--port=${port}`,
      '--skip-name-resolve',
      '--character-set-server=utf8mb4',
      '--innodb-flush-log-at-trx-commit=1',
      '--innodb-buffer-pool-size=64M',
      '--max-connections=300',
      ...asUser,
    ],
    { stdio: 'ignore' },
  );
}

/**
 * Starts a private MariaDB with its own data folder, port and socket, as strict about the disk as in production.
 * Resolves to its address, to a `stop` that also removes the folder, and to `kill` and `revive` for tests that want it
 * to die in the middle of its work.
 */
export async function startMariadb() {
  const program = await ensureProgram({
    names: ['mariadbd', 'mysqld'],
    debianPackage: 'mariadb-server',
    purpose: 'The database tests',
  });
  const folder = mkdtempSync(join(tmpdir(), 'comanda-mariadb-'));
  const asUser = process.getuid?.() === 0 ? ['--user=root'] : [];
  let server = null;
  const stop = () => {
    if (server) killGroup(server);
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', stop);
  await prepareFolder(folder, asUser);
  const place = { folder, port: await freePort(), logFile: join(folder, 'server.log') };
  const url = `mysql://${account}:${account}@127.0.0.1:${place.port}/`;
  const revive = async () => {
    server = serve(program, place, asUser);
    await untilReady(url, server, place.logFile);
  };
  await revive();
  const kill = async () => {
    const gone = once(server, 'exit');
    killGroup(server);
    await gone;
  };
  return { url, stop, kill, revive };
}
