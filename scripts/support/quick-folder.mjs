import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';

const MEMORY = '/dev/shm';
const ENOUGH_BYTES = 4_000_000_000;

/**
 * Puts what the tests write into memory where there is plenty: they ask what is stored, not how long a disk takes. The
 * folder goes with the process. Elsewhere, and where somebody has set TMPDIR, all stays as it is.
 */
export function useQuickFolder() {
  if (process.env.TMPDIR || !isRoomy()) return;
  const folder = mkdtempSync(join(MEMORY, 'comanda-tests-'));
  process.env.TMPDIR = folder;
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
}

function isRoomy() {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize > ENOUGH_BYTES;
  } catch {
    // Only Linux has it.
    return false;
  }
}
