// The parts of an installation of several machines, each as a process of its own on this one.
import { mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ensureProgram, findProgram } from '../support/debian.mjs';
import { killGroup, node, root, start } from '../support/tools.mjs';

const folder = mkdtempSync(join(tmpdir(), 'comanda-topology-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** A port that the system gives to nobody else while the process that has it is down. */
async function lastingPort() {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    const probe = createServer();
    const isFree = await new Promise((resolve) => {
      probe.once('error', () => resolve(false)).listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
    });
    if (isFree) return port;
  }
}

export async function until(what, isTrue, patienceMs = 30_000) {
  for (const deadline = Date.now() + patienceMs; Date.now() < deadline; await wait(50)) {
    if (await isTrue().catch(() => false)) return;
  }
  throw new Error(`Waited in vain: ${what}.`);
}

const answersOk = async (address) => (await fetch(address, { signal: AbortSignal.timeout(2000) })).ok;

/** Resolves to how a child ended: its exit code, or the name of the signal. */
const endOf = (child) => new Promise((resolve) => child.once('exit', (code, signal) => resolve(code ?? signal)));

/**
 * The words before a command that take its rights away as the container does: the product's folder is read-only, the
 * user is nobody. Without root the command runs as the caller.
 */
function restricted(product, command) {
  if (product === root) return command;
  if (process.getuid?.() !== 0 || !findProgram('unshare') || !findProgram('setpriv')) return command;
  const mount = `mount --bind ${product} ${product} && mount -o remount,ro,bind ${product}`;
  const become = 'exec setpriv --reuid=65534 --regid=65534 --clear-groups --no-new-privs "$@"';
  return ['unshare', '--mount', 'sh', '-c', `${mount} && cd ${product} && ${become}`, 'sh', ...command];
}

/** One API process of a folder that holds the product. It keeps its port over restarts, as a container its name. */
export class ApiProcess {
  /** What its log said last, each time that it ended unasked after it had been ready. */
  deaths = [];
  #child;
  #end;
  #isAsked = false;

  constructor(name, product, port, env) {
    this.name = name;
    this.product = product;
    this.port = port;
    this.address = `http://127.0.0.1:${port}`;
    this.env = env;
    this.logFile = join(folder, `${name}.log`);
  }

  static async create(name, product, env) {
    return new ApiProcess(name, product, await lastingPort(), env);
  }

  async start() {
    const log = openSync(this.logFile, 'a');
    const [command, ...args] = restricted(this.product, [node, '--enable-source-maps', 'apps/api/dist/main.js']);
    this.#child = start(command, args, {
      cwd: this.product,
      stdio: ['ignore', log, log],
      env: {
        NODE_ENV: 'production',
        LOG_FORMAT: 'json',
        HOST: '127.0.0.1',
        PORT: String(this.port),
        DEMO_PHOTOS: 'off',
        ...this.env,
      },
    });
    this.#end = endOf(this.#child);
    try {
      await Promise.race([
        until(`${this.name} is ready`, () => answersOk(`${this.address}/readyz`), 120_000),
        this.#end.then((how) => Promise.reject(new Error(`${this.name} ended with ${how}:\n${this.log()}`))),
      ]);
    } catch (error) {
      // Else it would come up later and keep the port from the next attempt.
      await this.kill();
      throw error;
    }
    this.#isAsked = false;
    void this.#end.then(() => this.#isAsked || this.deaths.push(this.log()));
    return this;
  }

  /** Starts it again until it stays, as Docker does. */
  async revive() {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.start();
      } catch (error) {
        if (attempt === 5) throw error;
      }
    }
  }

  /** Asks it to stop, as Docker does; resolves to its exit code. */
  stop() {
    this.#isAsked = true;
    killGroup(this.#child, 'SIGTERM');
    return this.#end;
  }

  kill() {
    this.#isAsked = true;
    killGroup(this.#child, 'SIGKILL');
    return this.#end;
  }

  log() {
    return readFileSync(this.logFile, 'utf8').split('\n').slice(-15).join('\n');
  }
}

/** HAProxy with docker/haproxy.cfg, in front of up to three API processes. */
export async function startProxy(apis) {
  const program = await ensureProgram({ names: ['haproxy'], debianPackage: 'haproxy', purpose: 'The topology test' });
  const port = await freePort();
  const nobody = '127.0.0.1:1';
  const servers = [1, 2, 3].map((number, index) => [
    `API_${number}`,
    apis[index] ? `127.0.0.1:${apis[index].port}` : nobody,
  ]);
  const log = openSync(join(folder, 'haproxy.log'), 'a');
  const child = start(program, ['-db', '-f', join(root, 'docker/haproxy.cfg')], {
    stdio: ['ignore', log, log],
    env: { LISTEN: `127.0.0.1:${port}`, ...Object.fromEntries(servers) },
  });
  const address = `http://127.0.0.1:${port}`;
  await until('HAProxy shares out', () => answersOk(`${address}/readyz`));
  return { address, stop: () => killGroup(child), log: () => readFileSync(join(folder, 'haproxy.log'), 'utf8') };
}

/** Redis as docker/compose.replicas.yaml starts it; `stop` and `start` again keep its port. */
export class RedisProcess {
  #child;

  constructor(program, port) {
    this.program = program;
    this.port = port;
    this.url = `redis://127.0.0.1:${port}`;
  }

  static async create() {
    const names = ['redis-server'];
    const program = await ensureProgram({ names, debianPackage: 'redis-server', purpose: 'The topology test' });
    return new RedisProcess(program, await freePort());
  }

  async start() {
    const data = join(folder, 'redis');
    mkdirSync(data, { recursive: true });
    const args = ['--port', this.port, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', data];
    this.#child = start(this.program, args.map(String), { stdio: 'ignore' });
    await wait(300);
    return this;
  }

  /** It hangs: connections stay open, nothing is answered. */
  freeze() {
    killGroup(this.#child, 'SIGSTOP');
  }

  thaw() {
    killGroup(this.#child, 'SIGCONT');
  }

  stop() {
    const end = endOf(this.#child);
    killGroup(this.#child);
    return end;
  }
}
