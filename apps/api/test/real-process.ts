import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { transformFile } from '@swc/core';
import type { Options } from '@swc/core';
import type { TestDatabase } from './test-database.js';

const ROOT = join(import.meta.dirname, '../../..');
const PARTS = [
  { from: 'apps/api/src', to: 'api' },
  { from: 'libs/shared/src', to: 'node_modules/@comanda/shared' },
];

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
      writeFileSync(join(folder, to, 'package.json'), JSON.stringify({ type: 'module', exports: './index.js' }));
    }
    return new TranslatedProgram(folder);
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
  ) {}

  /** Resolves once it takes requests. */
  static async start({ folder }: TranslatedProgram, { settings }: TestDatabase): Promise<RealProcess> {
    const port = await freePort();
    const env: NodeJS.ProcessEnv = { ...process.env, PORT: String(port), HOST: '127.0.0.1', NODE_ENV: 'production' };
    delete env['DATABASE_URL'];
    env[settings.url === undefined ? 'DATA_DIR' : 'DATABASE_URL'] = settings.url ?? dirname(settings.file);
    const child = spawn(process.execPath, [join(folder, 'api/main.js')], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    await untilUp(child);
    return new RealProcess(child, `http://127.0.0.1:${String(port)}`);
  }

  /** As a power cut would end it: nothing is finished, nothing is tidied up. */
  async kill(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await gone;
  }
}

async function untilUp(child: ChildProcess): Promise<void> {
  let said = '';
  await new Promise<void>((resolve, reject) => {
    const hear = (text: string): void => {
      said += text;
      if (said.includes('Comanda is up.')) resolve();
    };
    child.stdout?.setEncoding('utf8').on('data', hear);
    child.stderr?.setEncoding('utf8').on('data', hear);
    child.once('exit', () => reject(new Error(`The process ended before it was up:\n${said}`)));
  });
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
