import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What was really sent and answered, recorded by the tests (COMANDA_RECORD_EXAMPLES). */
export interface Examples {
  readonly request?: unknown;
  readonly answer?: unknown;
}

export const EXAMPLES_FOLDER = join(import.meta.dirname, 'examples');

export function examplesOf(operationId: string): Examples {
  const file = join(EXAMPLES_FOLDER, `${operationId}.json`);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Examples) : {};
}
