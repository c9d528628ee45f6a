import { readFileSync } from 'node:fs';
import { EXIT, Failure } from '../failure.js';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file',
  EISDIR: 'This is a folder, not a file',
  EACCES: 'The file may not be read',
};

/** The text of a file without its byte order mark; throws a failure when it cannot be read or is no UTF-8. */
export function readTextFile(path: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    throw new Failure(EXIT.notUnderstood, `${REASONS[code] ?? `The file cannot be read (${code})`}: ${path}`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Failure(
      EXIT.notUnderstood,
      `${path} is no UTF-8 text: ${placeOfBrokenByte(bytes)} is not. Save it as UTF-8 and try again.`,
    );
  }
}

function placeOfBrokenByte(bytes: Buffer): string {
  const lines = bytes.toString('latin1').split('\n');
  let offset = 0;
  for (const [index, line] of lines.entries()) {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    try {
      decoder.decode(bytes.subarray(offset, offset + line.length));
    } catch {
      return `row ${index + 1}`;
    }
    offset += line.length + 1;
  }
  return 'some of it';
}
