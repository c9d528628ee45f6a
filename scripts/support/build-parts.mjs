import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { killAll, node, packageFile, root, run, secondsSince, twoAtATime } from './tools.mjs';

const tsc = packageFile('typescript', 'bin', 'tsc');
const nest = packageFile('@nestjs', 'cli', 'bin', 'nest.js');

const everywhere = ['package.json', 'package-lock.json', 'tsconfig.base.json'];

/**
 * What is built: the inputs whose change asks for a new build, and the command. The shared rules are there before the
 * others begin, which are built two at a time, the longest first.
 */
const parts = [
  {
    name: 'shared',
    dist: 'libs/shared/dist',
    result: 'index.js',
    inputs: ['libs/shared/src', 'libs/shared/package.json', 'libs/shared/tsconfig.build.json'],
    args: [tsc, '-p', 'libs/shared/tsconfig.build.json'],
  },
  {
    name: 'web',
    dist: 'apps/web/dist',
    result: 'browser/index.html',
    inputs: [
      'apps/web/src',
      'apps/web/public',
      'apps/web/worker',
      'apps/web/tsconfig.json',
      'apps/web/tsconfig.app.json',
      'libs/shared/src',
      'angular.json',
      'scripts/build-site.mjs',
      'scripts/support/site-files.mjs',
    ],
    args: ['scripts/build-site.mjs'],
  },
  {
    name: 'api',
    dist: 'apps/api/dist',
    result: 'main.js',
    inputs: ['apps/api/src', 'apps/api/tsconfig.json', 'apps/api/tsconfig.build.json', 'nest-cli.json'],
    args: [nest, 'build'],
  },
  {
    name: 'contracts',
    dist: 'libs/shared/dist/contracts',
    result: 'schemas.json',
    inputs: ['libs/shared/src', 'scripts/contract-schemas.mjs'],
    args: ['scripts/contract-schemas.mjs'],
  },
  {
    name: 'cli',
    dist: 'apps/cli/dist',
    result: 'main.js',
    inputs: ['apps/cli/src', 'apps/cli/tsconfig.json', 'apps/cli/tsconfig.build.json', 'libs/shared/src'],
    args: [tsc, '-p', 'apps/cli/tsconfig.build.json'],
  },
];

const isSpec = (path) => /[.-]spec\.ts$/.test(path);

function filesUnder(path) {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return [path];
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((file) => !isSpec(file))
    .sort();
}

function fingerprint(inputs) {
  const hash = createHash('sha256');
  for (const file of [...everywhere, ...inputs].flatMap(filesUnder)) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

function isFresh(part, stampFile, wanted) {
  if (!existsSync(join(root, part.dist, part.result)) || !existsSync(stampFile)) return false;
  return readFileSync(stampFile, 'utf8') === wanted;
}

async function buildPart(part, say) {
  const stampFile = join(root, part.dist, '.inputs');
  const wanted = fingerprint(part.inputs);
  if (isFresh(part, stampFile, wanted)) {
    say(`build ${part.name}: unchanged`);
    return true;
  }
  const begun = performance.now();
  rmSync(join(root, part.dist), { recursive: true, force: true });
  const { code, output } = await run(node, part.args, part.cwd ? { cwd: part.cwd } : {});
  const built = code === 0 && existsSync(join(root, part.dist, part.result));
  say(`build ${part.name}: ${built ? 'done' : 'FAILED'} in ${secondsSince(begun)}`);
  if (built) writeFileSync(stampFile, wanted);
  else console.error(output.trimEnd() || `No ${part.dist}/${part.result} came out of the build.`);
  return built;
}

async function buildEach(waiting, say) {
  let built = true;
  await twoAtATime(waiting, async (part) => {
    if (built && !(await buildPart(part, say))) built = false;
  });
  return built;
}

const everyPart = parts.map(({ name }) => name);

/** Builds what has changed. Resolves to false at the first part that fails; a signal ends it whole. */
export async function build(names = everyPart, say = console.log) {
  const abandon = () => {
    killAll();
    process.exit(1);
  };
  const signals = ['SIGINT', 'SIGTERM'];
  for (const signal of signals) process.on(signal, abandon);
  try {
    const [first, ...others] = parts.filter(({ name }) => names.includes(name));
    return (!first || (await buildPart(first, say))) && (await buildEach(others, say));
  } finally {
    for (const signal of signals) process.off(signal, abandon);
  }
}
