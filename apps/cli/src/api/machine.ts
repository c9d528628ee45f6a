import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { EXIT, Failure } from '../failure.js';
import type { Terminal } from '../terminal.js';
import { isGood, readJson, sentencesOf } from './answer.js';

/** Something that the product itself does, without a server and without a log-in. */
export interface Task {
  readonly do: 'open-location' | 'create-staff';
  readonly body: object;
  readonly location?: string;
}

const PROGRAM = join(import.meta.dirname, '../../../api/dist/operator.js');

/** Has a task done on the database of this machine. Throws a failure with the product's own words. */
export async function onThisMachine<T>({ environment }: Terminal, task: Task): Promise<T> {
  if (!existsSync(PROGRAM)) {
    throw new Failure(EXIT.notUnderstood, 'Comanda is not built on this machine. Run npm run build first.');
  }
  const child = spawn(process.execPath, [PROGRAM], { env: { ...environment } });
  // A program that ends before it has read its task tells why by itself.
  child.stdin.on('error', () => undefined);
  child.stdin.end(JSON.stringify(task));
  const ending = once(child, 'exit') as Promise<[number | null]>;
  const [out, said, [code]] = await Promise.all([text(child.stdout), text(child.stderr), ending]);
  if (code !== 0) throw new Failure(code === 2 ? EXIT.notUnderstood : EXIT.refused, said.trim());
  const { status, body } = JSON.parse(out) as { readonly status: number; readonly body: unknown };
  const answer = { status, headers: new Headers(), text: JSON.stringify(body) };
  if (isGood(answer)) return readJson<T>(answer);
  const { sentence, particulars } = sentencesOf(answer);
  throw new Failure(EXIT.refused, sentence, particulars);
}
