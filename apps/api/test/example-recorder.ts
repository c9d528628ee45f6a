import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyRequest } from 'fastify';
import type { Answer } from './answer.js';
import { Picture } from '../src/platform/http/index.js';
import { EXAMPLES_FOLDER } from '../src/platform/openapi/examples.js';

/** An example shows the shape: so many entries of a list are enough. */
const ENTRIES = 2;

/** Keeps the first good request and answer of an operation as its example, when COMANDA_RECORD_EXAMPLES is set. */
export class ExampleRecorder {
  readonly #recording = Boolean(process.env['COMANDA_RECORD_EXAMPLES']);

  record(operationId: string, request: FastifyRequest, { status, body }: Answer): void {
    if (!this.#recording || status < 200 || status >= 300) return;
    const file = join(EXAMPLES_FOLDER, `${operationId}.json`);
    if (existsSync(file)) return;
    const example = {
      ...(isNone(request.body) ? {} : { request: shortened(request.body) }),
      ...(body === undefined ? {} : { answer: shortened(body) }),
    };
    if (Object.keys(example).length === 0) return;
    mkdirSync(EXAMPLES_FOLDER, { recursive: true });
    writeFileSync(file, `${JSON.stringify(example, null, 2)}\n`);
  }
}

/** A file is no example that anybody would read. */
function isNone(body: unknown): boolean {
  return body === undefined || body === null || body instanceof Picture;
}

function shortened(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, ENTRIES).map(shortened);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, shortened(each)]));
}
