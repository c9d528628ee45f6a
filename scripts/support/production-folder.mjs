import { cpSync, existsSync, globSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from './build-parts.mjs';
import { root, run } from './tools.mjs';

/** The instructions of one stage of docker/Dockerfile, each as a list of words. */
function stage(name) {
  const lines = readFileSync(join(root, 'docker/Dockerfile'), 'utf8').split('\n');
  const words = lines.filter((line) => /^[A-Z]/.test(line)).map((line) => line.split(/\s+/));
  const first = words.findIndex(([instruction, , , stageName]) => instruction === 'FROM' && stageName === name);
  const next = words.findIndex(([instruction], index) => index > first && instruction === 'FROM');
  return words.slice(first + 1, next < 0 ? undefined : next);
}

function copyInto(folder, sources, target) {
  for (const source of sources) {
    const into = target.endsWith('/') ? join(folder, target, basename(source)) : join(folder, target);
    cpSync(join(root, source), into, { recursive: true });
  }
}

/** Follows the COPY lines of a stage; what comes from "build" is what `npm run build` has made here. */
function follow(instructions, folder) {
  for (const [instruction, ...rest] of instructions) {
    if (instruction !== 'COPY' || rest[0] === '--from=packages') continue;
    const paths = rest.filter((word) => !word.startsWith('--')).map((word) => word.replace(/^\/app\//, ''));
    copyInto(folder, paths.slice(0, -1), paths.at(-1));
  }
}

/**
 * Makes the folder that docker/Dockerfile makes, by following its own lines without Docker: the packages that
 * production needs, and the built product.
 */
export async function makeProductionFolder(folder) {
  if (!(await build())) throw new Error('The product could not be built.');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  follow(stage('manifests'), folder);
  const { code, output } = await run('npm', ['ci', '--omit=dev'], { cwd: folder });
  if (code !== 0) throw new Error(`npm ci --omit=dev failed:\n${output}`);
  for (const path of globSync(['node_modules/node-*', 'node_modules/.bin/node'], { cwd: folder })) {
    rmSync(join(folder, path), { recursive: true });
  }
  follow(stage('product'), folder);
  if (!existsSync(join(folder, 'apps/api/dist/main.js'))) throw new Error('The folder holds no product.');
}
