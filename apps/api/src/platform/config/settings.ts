import { resolve } from 'node:path';
import type { DatabaseSettings } from '../database/index.js';

export interface Settings {
  readonly port: number;
  readonly host: string;
  readonly database: DatabaseSettings;
}

/** A setting that cannot be used; the message names every one and how to mend it. */
export class SettingsRefused extends Error {}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads `PORT`, `HOST`, `DATABASE_URL` and `DATA_DIR`. Throws {@link SettingsRefused}. */
export function readSettings(environment: Environment): Settings {
  const problems: string[] = [];
  const port = Number(environment['PORT'] ?? 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    problems.push(`PORT is "${String(environment['PORT'])}"; it must be a whole number from 1 to 65535.`);
  }
  const url = environment['DATABASE_URL'];
  if (url && !isMysqlUrl(url)) {
    problems.push('DATABASE_URL must look like mysql://user:password@host:3306/comanda; leave it out for SQLite.');
  }
  if (problems.length > 0) throw new SettingsRefused(problems.join(' '));
  const file = resolve(environment['DATA_DIR'] ?? 'data', 'comanda.sqlite');
  return { port, host: environment['HOST'] ?? '0.0.0.0', database: url ? { url, file } : { file } };
}

function isMysqlUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, pathname } = new URL(text);
  return protocol === 'mysql:' && hostname !== '' && pathname.length > 1;
}
