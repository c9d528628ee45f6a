import type { Command } from 'commander';
import { House } from '../api/house.js';
import { EXIT, Failure } from '../failure.js';
import type { Terminal } from '../terminal.js';

const SERVER = 'http://localhost:3000';

export interface AccessOptions {
  readonly server?: string;
  readonly user?: string;
  readonly location?: string;
  readonly here?: boolean;
}

/** Adds the options by which every command finds its server and its restaurant. */
export function withAccess(command: Command): Command {
  return command
    .option('--server <address>', `where Comanda runs; else COMANDA_SERVER, else ${SERVER}`)
    .option('--user <e-mail>', 'who logs in; else COMANDA_USER')
    .option('--location <id or name>', 'stop unless the log-in works at this restaurant');
}

/** Adds the option for what can be done without a log-in by whoever reaches the database. */
export function withHere(command: Command): Command {
  return command.option('--here', 'work on the database of this machine, with the settings of the server: no log-in');
}

/** Logs in, does the work and logs out again. */
export async function atHouse<T>(
  terminal: Terminal,
  { location, ...options }: AccessOptions,
  work: (house: House) => Promise<T>,
): Promise<T> {
  const { environment } = terminal;
  const server = options.server ?? environment['COMANDA_SERVER'] ?? SERVER;
  const user = options.user ?? environment['COMANDA_USER'];
  if (user === undefined) {
    throw new Failure(EXIT.notUnderstood, 'Say who logs in: --user <e-mail>, or set COMANDA_USER.');
  }
  const password = await passwordOf(terminal, user);
  const house = await House.enter({ server, user, password, ...(location === undefined ? {} : { location }) });
  try {
    return await work(house);
  } finally {
    await house.leave();
  }
}

async function passwordOf(terminal: Terminal, user: string): Promise<string> {
  const password = terminal.environment['COMANDA_PASSWORD'] ?? (await terminal.askPassword(`Password of ${user}: `));
  if (password) return password;
  throw new Failure(EXIT.notUnderstood, 'There is no password. Set COMANDA_PASSWORD, or run this in a terminal.');
}
