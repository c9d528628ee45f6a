import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { transformFile } from '@swc/core';
import type { Options } from '@swc/core';
import type { TestDatabase } from './test-database.js';

const ROOT = join(import.meta.dirname, '../../..');
const PARTS = [
  { from: 'apps/api/src', to: 'apps/api/dist' },
  { from: 'apps/cli/src', to: 'apps/cli/dist' },
  { from: 'libs/shared/src', to: 'node_modules/@comanda/shared' },
];
const SERVER = 'apps/api/dist/main.js';
const COMMANDS = 'apps/cli/dist/main.js';

type Environment = Readonly<Record<string, string>>;

/** How a program ended. */
export interface Ended {
  readonly code: number | null;
  /** Its standard output. */
  readonly out: string;
  readonly said: string;
}

/** The program as it is now, translated into a folder of its own beside the packages that it needs. */
export class TranslatedProgram {
  private constructor(readonly folder: string) {}

  static async make(): Promise<TranslatedProgram> {
    const cache = join(ROOT, 'node_modules/.cache');
    mkdirSync(cache, { recursive: true });
    const folder = mkdtempSync(join(cache, 'comanda-process-'));
    const options = JSON.parse(readFileSync(join(ROOT, '.swcrc'), 'utf8')) as Options;
    for (const { from, to } of PARTS) {
      for (const file of globSync('**/*.ts', { cwd: join(ROOT, from), exclude: ['**/*spec.ts'] })) {
        const { code } = await transformFile(join(ROOT, from, file), { ...options, swcrc: false, sourceMaps: false });
        const target = join(folder, to, file.replace(/\.ts$/, '.js'));
        mkdirSync(dirname(target), { recursive: true });
        writeFileSync(target, code);
      }
      writeFileSync(
        join(folder, to, 'package.json'),
        JSON.stringify({ type: 'module', exports: { '.': './index.js', './*': './*/index.js' } }),
      );
    }
    return new TranslatedProgram(folder);
  }

  /** Starts the server and waits until it has given up. */
  async failToStart(environment: Environment): Promise<Ended> {
    return this.#runToEnd([SERVER], environment, '');
  }

  /** Runs one command of the command-line tool; `input` is its standard input. */
  async comanda(words: readonly string[], environment: Environment, input = ''): Promise<Ended> {
    return this.#runToEnd([COMMANDS, ...words], environment, input);
  }

  async #runToEnd([file = '', ...words]: readonly string[], environment: Environment, input: string): Promise<Ended> {
    const env = { ...this.environment(), ...environment };
    const child = spawn(process.execPath, [join(this.folder, file), ...words], { env });
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    const ending = once(child, 'exit') as Promise<[number | null]>;
    const [out, said, [code]] = await Promise.all([text(child.stdout), text(child.stderr), ending]);
    return { code, out, said };
  }

  /** Compiled once, however often it is started. */
  environment(): NodeJS.ProcessEnv {
    const { DATABASE_URL: _, ...env } = process.env;
    return { ...env, NODE_ENV: 'production', NODE_COMPILE_CACHE: join(this.folder, 'compiled') };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** A process of its own that can be killed like one in production. */
export class RealProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly address: string,
    /** What it has said until it was up. */
    readonly said: string,
  ) {}

  /** Resolves once it takes requests. */
  static async start(program: TranslatedProgram, database: TestDatabase, more: Environment = {}): Promise<RealProcess> {
    const port = await freePort();
    const env = { ...program.environment(), PORT: String(port), HOST: '127.0.0.1', ...whereIs(database), ...more };
    const child = spawn(process.execPath, [join(program.folder, SERVER)], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    const said = await untilUp(child);
    return new RealProcess(child, `http://127.0.0.1:${String(port)}`, said);
  }

  /** As a power cut would end it: nothing is finished, nothing is tidied up. */
  async kill(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await gone;
  }
}

/** The settings by which a process finds a database. */
export function whereIs({ settings }: TestDatabase): Environment {
  return settings.url === undefined ? { DATA_DIR: dirname(settings.file) } : { DATABASE_URL: settings.url };
}

async function untilUp(child: ChildProcess): Promise<string> {
  let said = '';
  await new Promise<void>((resolve, reject) => {
    const hear = (words: string): void => {
      said += words;
      if (said.includes('Comanda is up.')) resolve();
    };
    child.stdout?.setEncoding('utf8').on('data', hear);
    child.stderr?.setEncoding('utf8').on('data', hear);
    child.once('exit', () => reject(new Error(`The process ended before it was up:\n${said}`)));
  });
  return said;
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
