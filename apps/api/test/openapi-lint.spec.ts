import { execFile } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OpenAPIObject } from '@nestjs/swagger';
import { describeApi, operationsOf } from '../src/platform/openapi/document.js';
import type { DescribedOperation } from '../src/platform/openapi/document.js';
import { startTestApp } from './test-app.js';
import type { TestApp } from './test-app.js';

const ROOT = join(import.meta.dirname, '../../..');
const SPECTRAL = join(ROOT, 'node_modules/@stoplight/spectral-cli/dist/index.js');

interface Finding {
  readonly severity: number;
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[];
}

/** One for every database. */
describe('the description of the API', () => {
  let running: TestApp;
  let document: OpenAPIObject;
  beforeAll(async () => {
    running = await startTestApp();
    // Stricter than what is served: an example may have no field that is not described.
    document = describeApi(running.app);
  });
  afterAll(() => running.close());

  it('keeps the rules of OpenAPI and OWASP, its examples included', async () => {
    const findings = await lint(document);
    const told = findings.map(({ code, message, path }) => `${code} at ${path.join('.')}: ${message}`);
    expect(told).toEqual([]);
  }, 120_000);

  it('has an example of every body and every answer that is JSON', () => {
    expect(operationsOf(document).flatMap(missingExamples)).toEqual([]);
  });

  it('gives every operation a name of its own', () => {
    const names = operationsOf(document).map(({ operation }) => operation.operationId);
    expect(new Set(names).size).toBe(names.length);
  });
});

async function lint(document: OpenAPIObject): Promise<Finding[]> {
  const file = join(mkdtempSync(join(tmpdir(), 'comanda-openapi-')), 'openapi.json');
  writeFileSync(file, JSON.stringify(document));
  const rules = join(import.meta.dirname, 'spectral.yaml');
  const options = ['lint', file, '--ruleset', rules, '--format', 'json', '--quiet', '--fail-severity', 'error'];
  const output = await new Promise<string>((resolve) => {
    execFile(
      process.execPath,
      [SPECTRAL, ...options],
      { cwd: ROOT, maxBuffer: 100_000_000 },
      (_error, stdout, stderr) =>
        resolve(stdout.trim() || JSON.stringify([{ severity: 0, code: 'spectral', message: stderr, path: [] }])),
    );
  });
  return JSON.parse(output) as Finding[];
}

/** An operation without an example names what to do. */
function missingExamples({ method, path, operation }: DescribedOperation): string[] {
  const { requestBody } = operation;
  const bodies = [
    requestBody,
    ...Object.entries(operation.responses).map(([status, each]) => (status < '300' ? each : undefined)),
  ];
  const contents = bodies.flatMap((body) => (body && 'content' in body ? [body.content?.['application/json']] : []));
  const bare = contents.some((content) => content && content.example === undefined);
  return bare
    ? [`${method} ${path}: run its test with COMANDA_RECORD_EXAMPLES=1 and look at the example it writes`]
    : [];
}
