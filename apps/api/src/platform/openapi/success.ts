import { schemaRef } from './contracts.js';
import type { Examples } from './examples.js';
import type { AnswerNote, Notes, Operation } from './notes.js';
import { LIMIT_HEADERS, takesHeader } from './parameters.js';
import { headerRef, headerRefs } from './refusals.js';

/** Says what the route answers with when all is well: the contract noted at it, its headers, an example. */
export function describeSuccess(operation: Operation, notes: Notes, { answer: example }: Examples, path: string): void {
  const [status, bare] = Object.entries(operation.responses).find(([each]) => each.startsWith('2')) ?? [];
  if (status === undefined || bare === undefined || '$ref' in bare) return;
  const limited = path.startsWith('/api/') ? headerRefs(LIMIT_HEADERS) : {};
  const headers = { ...headersOf(operation, notes.answer), ...limited };
  operation.responses[status] = {
    ...bare,
    description: bare.description || describe(notes),
    ...(Object.keys(headers).length > 0 ? { headers } : {}),
    ...(notes.answer ? { content: jsonOf(notes.answer, example) } : {}),
    ...(notes.stream ? { content: streamOf(notes.stream, example) } : {}),
    ...(notes.bytes ? { content: bytesOf(notes.bytes) } : {}),
  };
  describeOtherStatus(operation, notes.answer, example);
  if (takesHeader(operation, 'If-None-Match')) {
    operation.responses['304'] = { description: 'It has not changed.', headers: { ETag: headerRef('ETag') } };
  }
}

function describeOtherStatus(operation: Operation, answer: AnswerNote | undefined, example: unknown): void {
  if (answer?.alsoWith === undefined) return;
  const { alsoWith } = answer;
  const content = jsonOf(answer, alsoWith < 300 ? example : undefined);
  operation.responses[alsoWith] = { description: alsoWith === 201 ? 'Made.' : '', content };
}

function describe({ answer, stream, bytes }: Notes): string {
  if (bytes) return 'The bytes.';
  if (stream) return 'A stream of server-sent events that stays open.';
  return answer ? 'Done.' : 'Done; there is nothing to say.';
}

function headersOf(operation: Operation, answer: AnswerNote | undefined) {
  const replayed = takesHeader(operation, 'Idempotency-Key');
  return {
    ...(answer?.etag ? { ETag: headerRef('ETag') } : {}),
    ...(replayed ? { 'Idempotent-Replayed': headerRef('Idempotent-Replayed') } : {}),
  };
}

const SPREADSHEET = {
  schema: { type: 'string', maxLength: 16_777_216 },
  example: 'section_ids,item_id,variant_id,name:en,price\r\nsoups,lentils,lentils-bowl,Red lentil soup,6.90\r\n',
};

function jsonOf({ contract, list = false, csv = false }: AnswerNote, example: unknown) {
  const one = schemaRef(contract);
  const schema = list ? { type: 'array', items: one } : one;
  const json = { schema, ...(example === undefined ? {} : { example }) };
  return { 'application/json': json, ...(csv ? { 'text/csv': SPREADSHEET } : {}) };
}

/** In OpenAPI 3.1 a schema without words stands for bytes that are no text. */
function bytesOf(mediaTypes: readonly string[]) {
  return Object.fromEntries(mediaTypes.map((mediaType) => [mediaType, { schema: {} }]));
}

const HEARTBEAT =
  '- `heartbeat`: first, when what was missed has been told, then every five seconds; it has no `id`, its `data` the `position` that you have';
const BEAT = 'event: heartbeat\ndata: {"position":41,"at":"2026-11-30T18:40:00.000Z"}\n\n';

/** OpenAPI 3.1 knows a stream as text; what its messages hold is told beside it. */
function streamOf(messages: NonNullable<Notes['stream']>, example: unknown) {
  const oneOf = Object.entries(messages).map(([event, contract]) => ({ title: event, ...schemaRef(contract) }));
  const told = Object.entries(messages).map(
    ([event, contract]) => `- ${event === '*' ? 'every `EventType`' : `\`${event}\``}: \`data\` is one \`${contract}\``,
  );
  const description = ['Messages by their `event`:', ...told, HEARTBEAT].join('\n');
  const schema = { type: 'string', description, contentMediaType: 'text/event-stream', 'x-messages': oneOf };
  return { 'text/event-stream': { schema, example: example ?? BEAT } };
}
