import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import type { OpenAPIObject } from '@nestjs/swagger';
import { contractSchemas, reachableSchemas } from './contracts.js';
import { examplesOf } from './examples.js';
import { noteHeadersOfRoutes } from './header-notes.js';
import { takeNotes } from './notes.js';
import type { Operation } from './notes.js';
import { ANSWER_HEADERS, describeParameters, REQUEST_HEADERS } from './parameters.js';
import { exampleProblem, PROBLEM_CODES, PROBLEM_TEXTS } from './problem-texts.js';
import { describeRefusals, refusalsOf } from './refusals.js';
import { describeAccess, SECURITY_SCHEMES } from './security.js';
import { describeSuccess } from './success.js';
import { TAGS } from './tags.js';

const METHODS = ['get', 'put', 'post', 'delete', 'patch'] as const;

/** The whole API as OpenAPI 3.1, read off the controllers, the contracts and the table of problems. */
export function describeApi(app: NestFastifyApplication): OpenAPIObject {
  noteHeadersOfRoutes(app);
  const read = SwaggerModule.createDocument(app, frame(), {
    operationIdFactory: operationId,
    autoTagControllers: false,
  });
  for (const { path, method, operation } of operationsOf(read)) describeOperation(operation, path, method);
  const schemas = { ...contractSchemas(), ...read.components?.schemas };
  const components = {
    schemas: reachableSchemas(read.paths, schemas),
    parameters: Object.fromEntries(Object.values(REQUEST_HEADERS).map((header) => [header.name, header])),
    headers: ANSWER_HEADERS,
    examples: Object.fromEntries(PROBLEM_CODES.map((code) => [code, exampleOf(code)])),
    securitySchemes: SECURITY_SCHEMES,
  };
  return { ...read, components };
}

function frame() {
  const guide = readFileSync(join(import.meta.dirname, 'guide.md'), 'utf8');
  const builder = new DocumentBuilder()
    .setOpenAPIVersion('3.1.1')
    .setTitle('Comanda API')
    .setDescription(guide)
    .setVersion('1')
    .setLicense('MIT', 'https://spdx.org/licenses/MIT.html')
    .addServer('/', 'This installation');
  for (const [name, description] of Object.entries(TAGS)) builder.addTag(name, description);
  return builder.build();
}

/** `OrdersController.get` is `ordersGet`, unless the operation has a name of its own. */
function operationId(controller: string, method: string): string {
  const name = controller.replace(/Controller$/, '');
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}${method.charAt(0).toUpperCase()}${method.slice(1)}`;
}

export interface DescribedOperation {
  readonly path: string;
  readonly method: (typeof METHODS)[number];
  readonly operation: Operation;
}

export function operationsOf({ paths }: Pick<OpenAPIObject, 'paths'>): DescribedOperation[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method];
      return operation ? [{ path, method, operation }] : [];
    }),
  );
}

function describeOperation(operation: Operation, path: string, method: string): void {
  const notes = takeNotes(operation);
  const examples = examplesOf(operation.operationId ?? '');
  describeParameters(operation, notes, path);
  describeAccess(operation, notes, method);
  describeSuccess(operation, notes, examples, path);
  describeRefusals(operation, refusalsOf({ operation, notes, method }));
  const json = bodyOf(operation);
  if (json && examples.request !== undefined) json.example = examples.request;
}

function bodyOf({ requestBody }: Operation) {
  return requestBody && !('$ref' in requestBody) ? requestBody.content['application/json'] : undefined;
}

function exampleOf(code: (typeof PROBLEM_CODES)[number]) {
  return { summary: PROBLEM_TEXTS[code].when, value: exampleProblem(code) };
}
