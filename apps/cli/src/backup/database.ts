import { join } from 'node:path';
import { EXIT, Failure } from '../failure.js';

/** Where the data is: in the embedded file, or on a MySQL or MariaDB server. */
export type DatabasePlace =
  { readonly kind: 'file'; readonly file: string } | { readonly kind: 'server'; readonly url: string };

/** The database of the product that is started with the same settings. */
export function databasePlace(environment: Readonly<Record<string, string | undefined>>): DatabasePlace {
  const url = environment['DATABASE_URL'];
  if (url === undefined || url === '') {
    return { kind: 'file', file: join(environment['DATA_DIR'] ?? 'data', 'comanda.sqlite') };
  }
  if (/^mysql:\/\/[^/]+\/[^/]+$/.test(url)) return { kind: 'server', url };
  throw new Failure(EXIT.notUnderstood, 'DATABASE_URL must look like mysql://user:password@host:port/name.');
}
