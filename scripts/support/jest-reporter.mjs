import { relative } from 'node:path';
import { writeFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

const seconds = (result) => ((result.perfStats.end - result.perfStats.start) / 1000).toFixed(1);

function tellFailure(result) {
  for (const entry of result.console ?? []) console.log(`  [${entry.type}] ${entry.message}`);
  console.log(result.failureMessage ?? result.testExecError?.message);
}

const whatFailed = (result) => stripVTControlCharacters(result.failureMessage ?? result.testExecError?.message ?? '');

/** One line for each file, failures in full with what the test printed, and the counts by project in a file. */
export default class CompactReporter {
  #counts = {};
  #failures = [];
  #rootDir;
  #summaryFile;

  constructor(globalConfig, options) {
    this.#rootDir = globalConfig.rootDir;
    this.#summaryFile = options.summaryFile;
  }

  onTestFileResult(test, result) {
    const project = test.context.config.displayName.name;
    // A file that does not even load has no failing test, yet it has failed.
    const failed = result.numFailingTests || (result.testExecError ? 1 : 0);
    this.#count(project, result, failed);
    const verdict = failed ? `${failed} FAILED, ${result.numPassingTests} passed` : `${result.numPassingTests} passed`;
    console.log(`${project.padEnd(8)} ${relative(this.#rootDir, test.path)}: ${verdict} (${seconds(result)} s)`);
    if (!failed) return;
    tellFailure(result);
    const path = relative(this.#rootDir, test.path);
    this.#failures.push({ name: `${project} ${path}`, project, path, failed, told: whatFailed(result) });
  }

  onRunComplete() {
    writeFileSync(this.#summaryFile, JSON.stringify({ counts: this.#counts, failures: this.#failures }));
  }

  #count(project, result, failed) {
    const counts = (this.#counts[project] ??= { passed: 0, failed: 0, skipped: 0 });
    counts.passed += result.numPassingTests;
    counts.failed += failed;
    counts.skipped += result.numPendingTests + result.numTodoTests;
  }
}
