import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { EXIT, Failure } from '../failure.js';

export const FIRST_LINE = '-- Comanda backup 1';
/** Its absence tells a backup that was broken off. */
export const LAST_LINE = '-- Comanda backup ends';

/** The statements of a backup. Throws a `Failure` unless the file is a whole one. */
export async function* statementsOf(file: string): AsyncGenerator<string> {
  let first = true;
  let last = '';
  for await (const line of linesOf(file)) {
    if (first && line !== FIRST_LINE) throw new Failure(EXIT.notUnderstood, `${file} is not a backup of Comanda.`);
    if (!first && line !== LAST_LINE) yield line;
    first = false;
    last = line;
  }
  if (last !== LAST_LINE) throw new Failure(EXIT.notUnderstood, `${file} is not whole: its end is missing.`);
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const bytes = createReadStream(file);
  const input = file.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes;
  // Else the reader of lines would wait for ever for a file that cannot be opened.
  const failed = new Promise<never>((_resolve, reject) => bytes.once('error', reject));
  const opened = new Promise<void>((resolve) => bytes.once('open', () => resolve()));
  try {
    await Promise.race([opened, failed]);
    yield* createInterface({ input, crlfDelay: Infinity });
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(EXIT.notUnderstood, `${file} cannot be read: ${error instanceof Error ? error.message : ''}.`);
  }
}
