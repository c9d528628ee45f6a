import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { killGroup, node, root, start } from '../scripts/support/tools.mjs';

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
}

async function untilSaid(child, words) {
  let said = '';
  await new Promise((resolve, reject) => {
    const hear = (chunk) => {
      if (said.length < 100_000) said += chunk;
      if (said.includes(words)) resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', () => reject(new Error(`It ended before it was up:\n${said}`)));
  });
}

async function serve(file, env, words) {
  const port = await freePort();
  const begun = performance.now();
  const child = start(node, [join(root, file)], {
    env: { PORT: String(port), HOST: '127.0.0.1', NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit');
  await untilSaid(child, words);
  const upMs = performance.now() - begun;
  // Gently, so that a profile that was asked for by NODE_OPTIONS is written.
  const stop = () => {
    killGroup(child, 'SIGTERM');
    return ended;
  };
  return { origin: `http://127.0.0.1:${port}`, pid: child.pid, upMs, stop };
}

export const servePlain = (env) => serve('bench/plain/server.mjs', env, 'up');

/** The built product as an operator starts it, its log of every request included; one cook here does the work of a hundred. */
export const serveProduct = (env) =>
  serve(
    'apps/api/dist/main.js',
    { LOG_LEVEL: 'info', LOG_FORMAT: 'json', DRAIN_SECONDS: '0', RATE_LIMITS: 'off', ...env },
    'Comanda is up.',
  );
