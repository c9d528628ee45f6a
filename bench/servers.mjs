import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { killGroup, node, root, start } from '../scripts/support/tools.mjs';

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
}

async function untilSaid(child, file, words) {
  const said = () => readFileSync(file, 'utf8');
  while (!said().includes(words)) {
    if (child.exitCode !== null) throw new Error(`It ended before it was up:\n${said()}`);
    await wait(5);
  }
}

/** What it says goes into a file, as a service's would: in a pipe, whoever measures would have to read it meanwhile. */
async function serve(file, env, words) {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'comanda-bench-log-'));
  const log = openSync(join(folder, 'log'), 'w');
  const begun = performance.now();
  const child = start(node, [join(root, file)], {
    env: { PORT: String(port), HOST: '127.0.0.1', NODE_ENV: 'production', ...env },
    stdio: ['ignore', log, log],
  });
  const ended = once(child, 'exit');
  await untilSaid(child, join(folder, 'log'), words);
  const upMs = performance.now() - begun;
  // Gently, so that a profile that was asked for by NODE_OPTIONS is written.
  const stop = async () => {
    killGroup(child, 'SIGTERM');
    await ended;
    closeSync(log);
    rmSync(folder, { recursive: true });
  };
  return { origin: `http://127.0.0.1:${port}`, pid: child.pid, upMs, stop };
}

export const servePlain = (env) => serve('bench/plain/server.mjs', env, 'up');

/**
 * The built product as an operator starts it, its log of every request included; one cook here does the work of a
 * hundred. The demo's pictures would be cut for small screens in the first minute, beside what is measured.
 */
export const serveProduct = (env) =>
  serve(
    'apps/api/dist/main.js',
    { LOG_LEVEL: 'info', LOG_FORMAT: 'json', DRAIN_SECONDS: '0', RATE_LIMITS: 'off', DEMO_PHOTOS: 'off', ...env },
    'Comanda is up.',
  );
