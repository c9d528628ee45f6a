import { globSync } from 'node:fs';
import { node, packageFile, root, run, secondsSince, twoAtATime } from './tools.mjs';

const tsc = packageFile('typescript', 'bin', 'tsc');
const ngc = packageFile('@angular', 'compiler-cli', 'bundles', 'src', 'bin', 'ngc.js');
const eslint = packageFile('eslint', 'bin', 'eslint.js');
const prettier = packageFile('prettier', 'bin', 'prettier.cjs');
const depcruise = packageFile('dependency-cruiser', 'bin', 'dependency-cruiser.mjs');

// What did not change since the last check is not looked at again; a fresh clone has no cache and looks at everything.
const cache = (name) => `.cache/check/${name}`;
const types = (name, project) => [
  tsc,
  '-p',
  project,
  '--incremental',
  '--tsBuildInfoFile',
  cache(`${name}.tsbuildinfo`),
];

/** Each part is quiet when it is green and counts as one test; the longest begin. */
const parts = [
  // Its rules look at types, which other files may change: what is kept of a file would not hold.
  { name: 'lint of the site', args: [eslint, '--max-warnings', '0', 'apps/web'] },
  { name: 'lint of the rest', args: [eslint, '--max-warnings', '0', '.', '--ignore-pattern', 'apps/web'] },
  {
    name: 'format',
    args: [prettier, '--check', '--log-level', 'warn', '--cache', '--cache-location', cache('format'), '.'],
    hint: 'Run "npm run format".',
  },
  { name: 'dependencies', args: [depcruise, '--config', 'dependency-cruiser.config.mjs', 'apps', 'libs'] },
  { name: 'types of libs/shared', args: types('shared', 'libs/shared') },
  { name: 'types of apps/api', args: types('api', 'apps/api') },
  { name: 'types of apps/cli', args: types('cli', 'apps/cli') },
  { name: 'types and templates of apps/web', args: [ngc, '-p', 'apps/web', '--noEmit'] },
  { name: 'types of the browser tests', args: types('browser', 'apps/web/e2e'), needs: 'apps/web/e2e/**/*.ts' },
];

async function runPart({ name, args, hint, needs }) {
  if (needs && globSync(needs, { cwd: root }).length === 0) return { passed: 0, failed: 0 };
  const begun = performance.now();
  const { code, output } = await run(node, args);
  console.log(`check ${name}: ${code === 0 ? 'ok' : 'FAILED'} (${secondsSince(begun)})`);
  if (code === 0) return { passed: 1, failed: 0 };
  console.log([output.trimEnd(), hint].filter(Boolean).join('\n'));
  return { passed: 0, failed: 1, failure: { name: `check ${name}`, told: output } };
}

/** Runs all checks, two at a time, and counts them. */
export async function runCheck() {
  const total = { passed: 0, failed: 0, failures: [] };
  await twoAtATime(parts, async (part) => {
    const { passed, failed, failure } = await runPart(part);
    total.passed += passed;
    total.failed += failed;
    if (failure) total.failures.push(failure);
  });
  return total;
}
