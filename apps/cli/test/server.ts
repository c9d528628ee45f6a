import type { AddressInfo } from 'node:net';
import { startTestApp } from '../../api/test/test-app.js';
import { Demo } from '../../api/src/demo/index.js';
import { run } from '../src/run.js';

export interface Told {
  readonly code: number;
  /** The standard output. */
  readonly out: string;
  readonly said: string;
}

export interface Server {
  readonly address: string;
  /** Runs a command as somebody, by default as the demo's admin; `stopping` is set off by the first sign of progress. */
  readonly comanda: (words: readonly string[], as?: LogIn, stopping?: AbortController) => Promise<Told>;
  /** Opens a restaurant through the command and gives its admin's log-in. */
  readonly open: (
    name: string,
    options: Readonly<Record<string, string>>,
  ) => Promise<LogIn & { readonly locationId: string }>;
  readonly close: () => Promise<void>;
}

export interface LogIn {
  readonly user: string;
  readonly password: string;
}

export const DEMO: LogIn = { user: 'admin@fennel-and-ember.example', password: 'demo-admin-pass' };

const PASSWORD = 'ten letters or more';

/** The real API with its demo restaurant on a port of its own. */
export async function startServer(): Promise<Server> {
  const { app, close } = await startTestApp();
  await app.get(Demo).seed();
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  const address = `http://127.0.0.1:${port}`;
  const comanda: Server['comanda'] = (words, as = DEMO, stopping) =>
    command([...words, '--server', address, '--user', as.user], { COMANDA_PASSWORD: as.password }, stopping);
  let restaurants = 0;
  const open: Server['open'] = async (name, options) => {
    const user = `admin-${++restaurants}@corner.example`;
    const words = Object.entries(options).flatMap(([key, value]) => [`--${key}`, value]);
    const environment = { COMANDA_PASSWORD: DEMO.password, COMANDA_NEW_PASSWORD: PASSWORD };
    const create = ['location', 'create', '--name', name, ...words, '--admin-email', user];
    const told = await command([...create, '--server', address, '--user', DEMO.user], environment);
    if (told.code !== 0) throw new Error(told.said);
    return { user, password: PASSWORD, locationId: told.out.trim() };
  };
  return { address, comanda, open, close };
}

export async function command(
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
  stopping?: AbortController,
): Promise<Told> {
  let out = '';
  const said: string[] = [];
  const code = await run(words, {
    environment,
    write: (text) => (out += text),
    say: (line) => said.push(line),
    progress: () => stopping?.abort(),
    askPassword: () => Promise.resolve(undefined),
    readInput: () => Promise.resolve(undefined),
    stop: stopping?.signal ?? new AbortController().signal,
  });
  return { code, out, said: said.join('\n') };
}
