import type { OpenAPIObject } from '@nestjs/swagger';
import type { Notes, Operation } from './notes.js';

export type Parameter = Exclude<NonNullable<Operation['parameters']>[number], { $ref: string }>;
type Header = NonNullable<NonNullable<OpenAPIObject['components']>['headers']>[string];

const text = (more: object = {}) => ({ type: 'string' as const, ...more });

/** Headers that requests may carry, described once; by their names in lower case. */
export const REQUEST_HEADERS: Readonly<Record<string, Parameter>> = {
  'idempotency-key': {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    description: 'New for each new request, the same when you send one again: it takes effect once.',
    schema: text({ minLength: 16, maxLength: 255, pattern: '^[\\x21-\\x7e]+$' }),
    example: '7b1c6a52-2f0e-4d0b-9a57-5f3f0d7f6b21',
  },
  'if-match': {
    name: 'If-Match',
    in: 'header',
    required: true,
    description: 'The `ETag` that you have seen: the change is made only when nothing has changed since.',
    schema: text({ maxLength: 200 }),
    example: '"7"',
  },
  'if-none-match': {
    name: 'If-None-Match',
    in: 'header',
    required: false,
    description: 'The `ETag` that you have: when it still holds the answer is 304 without a body.',
    schema: text({ maxLength: 200 }),
    example: '"7"',
  },
  'last-event-id': {
    name: 'Last-Event-ID',
    in: 'header',
    required: false,
    description:
      'The id of the last message that you have; browsers send it by themselves. You get what you missed, once.',
    schema: text({ maxLength: 20, pattern: '^\\d+$' }),
    example: '41',
  },
};

/** Headers that answers carry, described once. */
export const ANSWER_HEADERS: Readonly<Record<string, Header>> = {
  RateLimit: {
    description: 'Where the caller stands in each policy: `r` requests are left, `t` seconds until it begins anew.',
    schema: text({ maxLength: 400 }),
    example: '"address";r=2998;t=60',
  },
  'RateLimit-Policy': {
    description: 'The policies that count here: `q` requests in `w` seconds.',
    schema: text({ maxLength: 400 }),
    example: '"address";q=3000;w=60',
  },
  ETag: {
    description: 'The version of what was answered; send it as `If-None-Match` or `If-Match`.',
    schema: text({ maxLength: 200 }),
    example: '"7"',
  },
  'Idempotent-Replayed': {
    description: '`true` when an earlier request with this key had the effect and this is its answer.',
    schema: text({ enum: ['true'] }),
    example: 'true',
  },
  'Retry-After': {
    description: 'Seconds after which to try again.',
    schema: { type: 'integer', format: 'int32', minimum: 0, maximum: 86_400 },
    example: 5,
  },
};

/** Said by whatever is counted for its caller. */
export const LIMIT_HEADERS = ['RateLimit', 'RateLimit-Policy'];

const ID = { maxLength: 64 };

const PATH_PARAMETERS: Readonly<Record<string, { description: string; example: string | number; schema?: object }>> = {
  locationId: { description: 'The restaurant. Staff reach their own only.', example: '01JD3Z5B9WQ4F8M2K7T6R0XH1N' },
  tableToken: { description: "The secret of the table's QR code.", example: 'k3J9xQ2mW7pL5vR8' },
  trackingToken: {
    description: 'The secret of one order, given to whoever placed it: this link is the whole log-in.',
    example: 'Zc8Q1rT5yU9iO3pA7sD2fG',
  },
  groupToken: { description: 'The secret of the link that the host passes on.', example: 'q7R2mK9xT4vB1nW8sD3fGh' },
  memberToken: {
    description: "One person's own secret: it opens that person's part, the host's everything.",
    example: 'u5Y8pL2cV6zN0aE4hJ7kQw',
  },
  photoId: { description: 'A hash of the photo.', example: 'QZTIumsyAm3_s5dC7s16KQ' },
  cut: { description: 'Its width and format.', example: '336.avif' },
  kind: { description: 'What it is about.', example: 'item', schema: { enum: ['item', 'variant', 'option'] } },
  number: {
    description: 'The number of the revision.',
    example: 3,
    schema: { type: 'integer', format: 'int32', minimum: 1, maximum: 2_147_483_647 },
  },
};

/** Puts our own descriptions in the place of what the framework could read off the method's parameters. */
export function describeParameters(operation: Operation, { headers = [] }: Notes, path: string): void {
  const read = (operation.parameters ?? []).filter((each) => '$ref' in each || each.in !== 'header');
  const inPath = [...missingPathParameters(operation, path), ...read].map((each) =>
    '$ref' in each || each.in !== 'path' ? each : describedPathParameter(each, path),
  );
  const inHeaders = headers.flatMap((name) => REQUEST_HEADERS[name] ?? []).map(({ name }) => parameterRef(name));
  operation.parameters = [...inPath, ...inHeaders];
}

const parameterRef = (name: string): { $ref: string } => ({ $ref: `#/components/parameters/${name}` });

/** A controller that takes its path parameters as one object does not name them. */
function missingPathParameters({ parameters = [] }: Operation, path: string): Parameter[] {
  const known = new Set(parameters.map((each) => ('$ref' in each ? '' : each.name)));
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  return names.filter((name) => !known.has(name)).map((name) => ({ name, in: 'path', required: true }));
}

function describedPathParameter(parameter: Parameter, path: string): Parameter {
  const { description, example, schema } = PATH_PARAMETERS[parameter.name] ?? {
    description: `The id of ${aThingOf(path, parameter.name)}.`,
    example: '01JD3Z6H4TBV2YQ9C5N8W7KE3M',
  };
  return { ...parameter, description, example, schema: { type: 'string', ...(schema ?? ID), ...schema } };
}

/** `/orders/{id}` is about an order: the word before the parameter, in the singular. */
function aThingOf(path: string, name: string): string {
  const words = path.split('/');
  const collection = words[words.indexOf(`{${name}}`) - 1] ?? '';
  if (collection.startsWith('{')) return 'it';
  const thing = collection.replace(/ies$/, 'y').replace(/s$/, '').replaceAll('-', ' ');
  return `the ${thing}`;
}

/** True when the request may carry this header. */
export function takesHeader(operation: Operation, name: string): boolean {
  const { $ref } = parameterRef(name);
  return (operation.parameters ?? []).some((parameter) => '$ref' in parameter && parameter.$ref === $ref);
}
