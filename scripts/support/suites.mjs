import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { setTimeout as wait } from 'node:timers/promises';
import { ensureProgram, findProgram } from './debian.mjs';
import { killGroup, node, packageFile, root, start } from './tools.mjs';

const specFiles = {
  shared: ['libs/shared/src/**/*.spec.ts'],
  rules: ['apps/{api,cli}/{src,test}/**/*.spec.ts'],
  sqlite: ['apps/{api,cli}/{src,test}/**/*.{db,e2e}-spec.ts'],
  mariadb: ['apps/{api,cli}/{src,test}/**/*.{db,e2e,race}-spec.ts'],
  web: ['apps/web/src/**/*.spec.ts'],
};

/** The kinds of Jest test that have files; a kind that has none yet is no failure. */
export const jestProjects = Object.keys(specFiles);

const hasFiles = (patterns) => globSync(patterns, { cwd: root }).length > 0;

const readJson = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null);

/** Resolves to the exit code, or to null when the program had finished its work but would not end. */
async function ended(child, workDone) {
  let code;
  child.once('close', (exitCode) => (code = exitCode ?? 1));
  child.once('error', () => (code = 1));
  for (let graceMs = 20_000; code === undefined; await wait(200)) {
    if (workDone()) graceMs -= 200;
    if (graceMs > 0) continue;
    killGroup(child);
    return null;
  }
  return code;
}

/** What the suite as a whole did wrong counts as a failed test. */
function count(sentence) {
  console.log(`FAILED: ${sentence}`);
  return { passed: 0, failed: 1, failures: [{ name: sentence }] };
}

function add(...results) {
  return {
    passed: results.reduce((sum, result) => sum + result.passed, 0),
    failed: results.reduce((sum, result) => sum + result.failed, 0),
    failures: results.flatMap(({ failures = [] }) => failures),
  };
}

function tellSkipped(kind, skipped) {
  if (skipped > 0) console.log(`note: ${skipped} ${kind} tests were skipped and count as neither`);
}

/** Runs the Jest projects in one go. `env` carries the address of the MariaDB server. */
export async function runJest({ projects, file, env }) {
  const wanted = projects.filter((project) => hasFiles(specFiles[project]));
  if (wanted.length === 0) return { passed: 0, failed: 0 };
  const first = await jestOnce({ env, args: [...(file ? ['--testPathPatterns', file] : []), ...select(wanted)] });
  return runAgain(jestCounts({ ...first, wanted, file }), env);
}

const select = (projects) => ['--selectProjects', ...projects];

async function jestOnce({ env, args }) {
  const folder = mkdtempSync(join(tmpdir(), 'comanda-jest-'));
  const summaryFile = join(folder, 'summary.json');
  const reporter = [join(root, 'scripts/support/jest-reporter.mjs'), { summaryFile }];
  const child = start(
    node,
    [
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      packageFile('jest', 'bin', 'jest.js'),
      '--maxWorkers=2',
      '--passWithNoTests',
      ...args,
    ],
    { env: { ...env, COMANDA_JEST_REPORTER: JSON.stringify(reporter) }, stdio: ['ignore', 'inherit', 'inherit'] },
  );
  const code = await ended(child, () => existsSync(summaryFile));
  const summary = readJson(summaryFile);
  rmSync(folder, { recursive: true, force: true });
  return { code, summary };
}

/** More than so many files do not fail by chance. */
const BY_CHANCE = 3;

/**
 * A file that failed among hundreds runs once more by itself: what then passes is told as flaky, and is to be mended. A
 * race that was lost once is lost.
 */
async function runAgain(result, env) {
  const files = result.failures.filter(({ path }) => path && !path.endsWith('.race-spec.ts'));
  if (files.length === 0 || files.length > BY_CHANCE) return result;
  let again = result;
  for (const failure of files) {
    console.log(`\n${failure.name} failed: once more by itself`);
    const { summary } = await jestOnce({ env, args: ['--runTestsByPath', failure.path, ...select([failure.project])] });
    const counts = summary?.counts[failure.project];
    if (counts?.failed === 0 && counts.passed > 0) again = madeFlaky(again, failure);
  }
  return again;
}

const madeFlaky = (result, failure) => ({
  passed: result.passed + failure.failed,
  failed: result.failed - failure.failed,
  failures: result.failures.map((each) => (each === failure ? { ...failure, flaky: true } : each)),
});

function jestCounts({ code, summary, wanted, file }) {
  if (!summary) return count('Jest ended without a result.');
  const { counts, failures } = summary;
  const results = Object.values(counts);
  tellSkipped('Jest', add(...results.map(({ skipped }) => ({ passed: skipped, failed: 0 }))).passed);
  const total = { ...add(...results), failures };
  if (code === null) return add(total, count('Jest would not end: a test has left something open.'));
  if (code !== 0 && total.failed === 0) return add(total, count(`Jest ended with code ${code}.`));
  const silent = wanted.filter((project) => !counts[project] || counts[project].passed + counts[project].failed === 0);
  if (file) return total.passed + total.failed > 0 ? total : count(`No test matches "${file}".`);
  return add(total, ...silent.map((project) => count(`The "${project}" files ran no test.`)));
}

async function chromiumPath() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const names = ['chromium', 'chromium-browser', 'google-chrome'];
  return findProgram(...names) ?? ensureProgram({ names, debianPackage: 'chromium', purpose: 'The browser tests' });
}

/** The specs that did not pass, of a report of Playwright's: a tree of suites. */
function browserFailures(suites = []) {
  const ofSpec = ({ file, title, ok, tests }) => {
    const told = `${title}\n${firstError(tests)}`;
    const flaky = tests.some(({ status }) => status === 'flaky');
    return ok && !flaky ? [] : [{ name: `browser ${file}`, told, flaky }];
  };
  return suites.flatMap(({ specs, suites: inner }) => [...specs.flatMap(ofSpec), ...browserFailures(inner)]);
}

const firstError = (tests) =>
  stripVTControlCharacters(tests.flatMap(({ results }) => results).find(({ error }) => error)?.error.message ?? '');

/** Runs the browser specs against the built product, two files at a time. */
export async function runBrowser({ file, env }) {
  if (!hasFiles(['apps/web/e2e/**/*.browser-spec.ts'])) return { passed: 0, failed: 0 };
  const folder = mkdtempSync(join(tmpdir(), 'comanda-browser-'));
  const report = join(folder, 'report.json');
  const browser = await chromiumPath();
  const child = start(node, [packageFile('@playwright', 'test', 'cli.js'), 'test', ...(file ? [file] : [])], {
    env: { ...env, CHROMIUM_PATH: browser, COMANDA_BROWSER_REPORT: report },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const code = await ended(child, () => existsSync(report));
  const result = readJson(report);
  rmSync(folder, { recursive: true, force: true });
  if (!result) return count('The browser tests ended without a result.');
  const { expected, unexpected, flaky, skipped } = result.stats;
  tellSkipped('browser', skipped);
  const total = { passed: expected + flaky, failed: unexpected, failures: browserFailures(result.suites) };
  if (code === null) return add(total, count('Playwright would not end: a test has left something open.'));
  if (total.passed + total.failed === 0) return count('No browser test ran.');
  return code !== 0 && total.failed === 0 ? add(total, count(`Playwright ended with code ${code}.`)) : total;
}
