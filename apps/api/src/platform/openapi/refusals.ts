import { PROBLEM_STATUS } from '@comanda/shared';
import type { ProblemCode } from '@comanda/shared';
import type { Notes, Operation } from './notes.js';
import { LIMIT_HEADERS, takesHeader } from './parameters.js';
import { PROBLEM_TEXTS } from './problem-texts.js';
import { schemaRef } from './contracts.js';

export const PROBLEM_MEDIA_TYPE = 'application/problem+json';

type Response = Operation['responses'][string];

interface Route {
  readonly operation: Operation;
  readonly notes: Notes;
  /** `get`, `post` ... */
  readonly method: string;
}

/** Any route may answer with these, whatever it takes. */
const ANYWHERE: readonly ProblemCode[] = [
  'invalid_header',
  'invalid_query',
  'too_many_requests',
  'internal_error',
  'service_unavailable',
];

/** All refusals of a route: those noted at it and those that follow from what it takes and who may call it. */
export function refusalsOf(route: Route): ProblemCode[] {
  const codes = [
    ...ANYWHERE,
    ...ofAccess(route),
    ...ofInput(route),
    ...ofHeaders(route.operation),
    ...(route.notes.refusals ?? []),
  ];
  return [...new Set(codes)].sort((a, b) => PROBLEM_STATUS[a] - PROBLEM_STATUS[b] || (a < b ? -1 : 1));
}

function ofAccess({ notes: { access = 'public' }, method }: Route): ProblemCode[] {
  if (access === 'public') return [];
  return [
    'unauthenticated',
    ...(access === 'staff' || access === 'guest-account' ? [] : (['forbidden'] as const)),
    ...(method === 'get' ? [] : (['csrf_token_missing'] as const)),
  ];
}

function ofInput({ operation, method }: Route): ProblemCode[] {
  const places = new Set((operation.parameters ?? []).map((each) => ('$ref' in each ? 'header' : each.in)));
  // A body that is not asked for is still read.
  const read = method !== 'get';
  return [
    ...(places.has('path') ? (['not_found'] as const) : []),
    ...(operation.requestBody ? (['invalid_request'] as const) : []),
    ...(read ? (['unreadable_body', 'body_too_large', 'unsupported_media_type'] as const) : []),
  ];
}

function ofHeaders(operation: Operation): ProblemCode[] {
  const keyed = takesHeader(operation, 'Idempotency-Key');
  return [
    ...(keyed ? (['idempotency_key_missing', 'idempotency_key_reused', 'idempotency_in_progress'] as const) : []),
    ...(takesHeader(operation, 'If-Match') ? (['version_mismatch', 'precondition_required'] as const) : []),
  ];
}

const HEADERS_OF: Readonly<Record<string, readonly string[]>> = {
  429: ['Retry-After', ...LIMIT_HEADERS],
  503: ['Retry-After'],
};

/** One described answer a status, with an example for each code. */
export function describeRefusals(operation: Operation, codes: readonly ProblemCode[]): void {
  for (const [status, ofStatus] of Object.entries(Object.groupBy(codes, (code) => PROBLEM_STATUS[code]))) {
    const examples = ofStatus.map((code) => [code, { $ref: `#/components/examples/${code}` }] as const);
    const noted: Response | undefined = operation.responses[status];
    const alreadyNoted = noted && 'content' in noted ? noted.content : {};
    operation.responses[status] = {
      description: ofStatus.map((code) => `\`${code}\`: ${PROBLEM_TEXTS[code].when}`).join('\n\n'),
      ...(HEADERS_OF[status] ? { headers: headerRefs(HEADERS_OF[status]) } : {}),
      content: {
        ...alreadyNoted,
        [PROBLEM_MEDIA_TYPE]: { schema: schemaRef('Problem'), examples: Object.fromEntries(examples) },
      },
    };
  }
}

export const headerRef = (name: string): { $ref: string } => ({ $ref: `#/components/headers/${name}` });

export const headerRefs = (names: readonly string[]): Record<string, { $ref: string }> =>
  Object.fromEntries(names.map((name) => [name, headerRef(name)]));
