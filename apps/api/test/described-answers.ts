import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { PROBLEM_STATUS } from '@comanda/shared';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Operation } from '../src/platform/openapi/notes.js';
import { describeApi } from '../src/platform/openapi/document.js';
import type { Answer } from './answer.js';
import { ExampleRecorder } from './example-recorder.js';

type Method = 'get' | 'put' | 'post' | 'delete' | 'patch';
type Content = Record<string, { schema?: object; examples?: object }>;

/** Beside the API: what its description does not speak of. */
const BESIDE = /^\/(?!api\/v1\/|healthz$|readyz$)/;

/**
 * Compares every answer of an application under test with what the description of the API says of it. What differs
 * fails the request that got the answer, or else the end of the test.
 */
export class DescribedAnswers {
  readonly #document: OpenAPIObject;
  readonly #ajv = new Ajv2020({ strict: false, allErrors: true });
  readonly #checks = new Map<string, ValidateFunction>();
  readonly #recorder = new ExampleRecorder();
  readonly #faults = new Set<string>();

  constructor(app: NestFastifyApplication) {
    this.#document = describeApi(app);
    addFormats.default(this.#ajv);
  }

  note(request: FastifyRequest, reply: FastifyReply, payload: unknown): void {
    const fault = this.#faultOf(request, reply, payload);
    if (!fault) return;
    const path = request.routeOptions.url ?? request.url;
    this.#faults.add(`${request.method} ${path} answered ${String(reply.statusCode)}: ${fault}`);
  }

  /** Throws what was noted since the last time. */
  complain(): void {
    if (this.#faults.size === 0) return;
    const told = [...this.#faults].join('\n');
    this.#faults.clear();
    throw new Error(`The description of the API says otherwise (docs/decisions/0009-openapi-from-code.md):\n${told}`);
  }

  #faultOf(request: FastifyRequest, reply: FastifyReply, payload: unknown): string | undefined {
    const { url: route } = request.routeOptions;
    const answer = answerOf(reply, payload);
    if (route === undefined || request.is404) return this.#faultOfProblem(answer.body);
    if (BESIDE.test(route) || request.method === 'OPTIONS') return undefined;
    const method = (request.method === 'HEAD' ? 'get' : request.method.toLowerCase()) as Method;
    const operation = this.#document.paths[route.replace(/:(\w+)/g, '{$1}')]?.[method];
    if (!operation) return 'this route is not described.';
    this.#recorder.record(operation.operationId ?? '', request, answer);
    return this.#faultOfAnswer(operation, request.method === 'HEAD' ? undefined : answer, reply.statusCode);
  }

  #faultOfAnswer(operation: Operation, answer: Answer | undefined, status: number): string | undefined {
    const response: object | undefined = operation.responses[status];
    if (!response) return notDescribed(status, answer?.body);
    const content = ('content' in response ? response.content : {}) as Content;
    return answer ? this.#faultOfContent(content, answer) : undefined;
  }

  #faultOfContent(content: Content, { mediaType, body }: Answer): string | undefined {
    if (Object.keys(content).length === 0) return body === undefined ? undefined : 'no content is described.';
    const described = content[mediaType];
    if (!described?.schema) return `the media type "${mediaType}" is not described.`;
    const code = codeOf(body);
    if (described.examples && code !== undefined && !(code in described.examples)) {
      return `add @Refuses('${code}') to the route.`;
    }
    return mediaType.endsWith('json') ? this.#faultOfBody(described.schema, body) : undefined;
  }

  #faultOfProblem(body: unknown): string | undefined {
    const code = codeOf(body);
    if (code === undefined || !(code in PROBLEM_STATUS)) return undefined;
    return this.#faultOfBody({ $ref: '#/components/schemas/Problem' }, body);
  }

  #faultOfBody(schema: object, body: unknown): string | undefined {
    const key = JSON.stringify(schema);
    const check = this.#checks.get(key) ?? this.#ajv.compile({ ...schema, components: this.#document.components });
    this.#checks.set(key, check);
    return check(body) ? undefined : this.#ajv.errorsText(check.errors, { dataVar: 'answer' });
  }
}

function answerOf(reply: FastifyReply, payload: unknown): Answer {
  const mediaType = (reply.getHeader('content-type') ?? '').toString().split(';')[0] ?? '';
  const text = mediaType.endsWith('json') ? textOf(payload, reply.getHeader('content-encoding')) : undefined;
  return { status: reply.statusCode, mediaType, ...(text ? { body: JSON.parse(text) as unknown } : {}) };
}

/** Some answers are kept ready as bytes. */
function textOf(payload: unknown, encoding: unknown): string | undefined {
  if (!Buffer.isBuffer(payload)) return typeof payload === 'string' ? payload : undefined;
  if (encoding === 'br') return brotliDecompressSync(payload).toString();
  return (encoding === 'gzip' ? gunzipSync(payload) : payload).toString();
}

function notDescribed(status: number, body: unknown): string {
  const code = codeOf(body);
  return code === undefined
    ? `the status ${String(status)} is not described.`
    : `add @Refuses('${code}') to the route.`;
}

function codeOf(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null || !('code' in body)) return undefined;
  return typeof body.code === 'string' ? body.code : undefined;
}
