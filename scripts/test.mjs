// npm test: brings up what the tests need, runs every kind one after the other and ends with "N passed, N failed".
//   npm test -- --only jest|browser|check
//   npm test -- --project sqlite --file place-order      one Jest project, the files whose path matches
import { parseArgs } from 'node:util';
import { build } from './support/build-parts.mjs';
import { runCheck } from './support/check-parts.mjs';
import { Missing } from './support/debian.mjs';
import { startMariadb } from './support/mariadb.mjs';
import { useQuickFolder } from './support/quick-folder.mjs';
import { jestProjects, runBrowser, runJest } from './support/suites.mjs';
import { killAll, requireNode24 } from './support/tools.mjs';

requireNode24();

const { values: options } = parseArgs({
  options: { only: { type: 'string' }, project: { type: 'string', multiple: true }, file: { type: 'string' } },
});
const only = options.only ?? (options.project || options.file ? 'jest' : undefined);
const projects = options.project ?? jestProjects;

function refuse(sentence) {
  console.error(sentence);
  process.exit(1);
}

if (only && !['jest', 'browser', 'check'].includes(only)) refuse('--only takes jest, browser or check.');
const unknown = projects.find((project) => !jestProjects.includes(project));
if (unknown) refuse(`There is no project "${unknown}"; there are ${jestProjects.join(', ')}.`);

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, () => {
    killAll();
    process.exit(130);
  });
}
process.once('exit', () => killAll());
useQuickFolder();

const runs = (kind) => !only || only === kind;
const total = { passed: 0, failed: 0 };
const failures = [];

async function suite(name, work) {
  const begun = performance.now();
  console.log(`\n== ${name}`);
  const { passed, failed, failures: told = [] } = await work();
  total.passed += passed;
  total.failed += failed;
  failures.push(...told);
  const took = ((performance.now() - begun) / 1000).toFixed(0);
  console.log(`== ${name}: ${passed} passed, ${failed} failed in ${took} s`);
}

/** What failed once more at the end, where it is found after minutes of lines; the whole of it stands above. */
function tellAgain({ name, told = '', flaky }) {
  const lines = told.split('\n').filter((line) => line.trim());
  console.log(
    ['', `${flaky ? 'FLAKY, passed at its second attempt:' : 'FAILED'} ${name}`, ...lines.slice(0, 25)].join('\n  '),
  );
}

async function databaseEnv() {
  const needed = (runs('jest') && projects.includes('mariadb')) || runs('browser');
  if (!needed || process.env.COMANDA_TEST_MARIADB_URL) return {};
  return { COMANDA_TEST_MARIADB_URL: (await startMariadb()).url };
}

async function runSuites() {
  const env = await databaseEnv();
  // The api describes its answers by the contracts; the browser wants the whole product.
  const built = await build(runs('browser') ? undefined : runs('jest') ? ['contracts'] : []);
  if (!built) total.failed += 1;
  if (runs('check')) await suite('check', runCheck);
  if (runs('jest')) await suite('jest', () => runJest({ projects, file: options.file, env }));
  if (runs('browser') && built) await suite('browser', () => runBrowser({ file: options.file, env }));
}

try {
  await runSuites();
} catch (error) {
  if (!(error instanceof Missing)) throw error;
  console.error(error.message);
  total.failed += 1;
}
failures.forEach(tellAgain);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 ? 1 : 0);
