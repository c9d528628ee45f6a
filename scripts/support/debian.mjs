import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './tools.mjs';

const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin', '/usr/libexec'];

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The first of some programs that this machine has, or null. */
export function findProgram(...names) {
  for (const name of names) {
    const file = folders.map((folder) => join(folder, name)).find(isExecutable);
    if (file) return file;
  }
  return null;
}

/** A reason for the tests to stop that is no fault of the code: shown as a plain sentence. */
export class Missing extends Error {}

/** Installs a Debian package when a program is not there yet; throws `Missing` when that is impossible. */
export async function ensureProgram({ names, debianPackage, purpose }) {
  const found = findProgram(...names);
  if (found) return found;
  if (process.getuid?.() !== 0 || !findProgram('apt-get')) {
    throw new Missing(`${purpose} needs ${debianPackage}. Install it (Debian: apt-get install ${debianPackage}).`);
  }
  console.log(`install ${debianPackage}: ${purpose} needs it`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { env });
  const { output } = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', debianPackage], { env });
  const installed = findProgram(...names);
  if (!installed) throw new Missing(`${debianPackage} could not be installed:\n${output.trimEnd()}`);
  return installed;
}
