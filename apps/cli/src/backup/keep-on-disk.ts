import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Returns when the file's content would survive a power cut. */
export function keepOnDisk(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
