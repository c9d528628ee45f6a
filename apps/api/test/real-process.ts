import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
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

/** Where translated programs are kept, each by what it was translated from: all specs start the same. */
const CACHE = join(ROOT, 'node_modules/.cache/comanda-processes');
/** No spec runs so long on a program of yesterday's sources. */
const STALE_MS = 3_600_000;

/** The program as it is now, translated into a folder of its own beside the packages that it needs. */
export class TranslatedProgram {
  private constructor(readonly folder: string) {}

  static async make(): Promise<TranslatedProgram> {
    const sources = PARTS.flatMap(({ from, to }) =>
      globSync('**/*.ts', { cwd: join(ROOT, from), exclude: ['**/*spec.ts'] })
        .sort()
        .map((file) => ({ file: join(from, file), target: join(to, file.replace(/\.ts$/, '.js')) })),
    );
    const hash = createHash('sha256');
    for (const { file } of sources) hash.update(file).update(readFileSync(join(ROOT, file)));
    const folder = join(CACHE, hash.digest('hex').slice(0, 16));
    if (!existsSync(folder)) await translate(sources, folder);
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
}

interface Source {
  readonly file: string;
  readonly target: string;
}

async function translate(sources: readonly Source[], folder: string): Promise<void> {
  mkdirSync(CACHE, { recursive: true });
  forgetStale();
  const making = mkdtempSync(join(CACHE, 'making-'));
  const options = JSON.parse(readFileSync(join(ROOT, '.swcrc'), 'utf8')) as Options;
  const translateFile = async ({ file, target }: Source): Promise<void> => {
    const { code } = await transformFile(join(ROOT, file), { ...options, swcrc: false, sourceMaps: false });
    mkdirSync(dirname(join(making, target)), { recursive: true });
    writeFileSync(join(making, target), code);
  };
  await Promise.all(sources.map(translateFile));
  const described = { type: 'module', exports: { '.': './index.js', './*': './*/index.js' } };
  for (const { to } of PARTS) writeFileSync(join(making, to, 'package.json'), JSON.stringify(described));
  try {
    renameSync(making, folder);
  } catch (error) {
    // Another spec was quicker with the same.
    if (!existsSync(folder)) throw error;
    rmSync(making, { recursive: true });
  }
}

function forgetStale(): void {
  for (const name of readdirSync(CACHE)) {
    const old = statSync(join(CACHE, name)).mtimeMs < Date.now() - STALE_MS;
    if (old) rmSync(join(CACHE, name), { recursive: true, force: true });
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
