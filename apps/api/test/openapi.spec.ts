import type { OpenAPIObject } from '@nestjs/swagger';
import { RouteTable } from '../src/platform/http/edge/route-table.js';
import { POLICIES } from '../src/platform/http/limits/policies.js';
import { operationsOf } from '../src/platform/openapi/document.js';
import { startTestApp } from './test-app.js';
import type { TestApp } from './test-app.js';

/** Served beside the API, not described by it. */
const BESIDE = new Set(['/api/openapi.json']);

/** One for every database. */
describe('the description of the API', () => {
  let running: TestApp;
  let document: OpenAPIObject;
  beforeAll(async () => {
    running = await startTestApp();
    document = (await running.app.inject({ url: '/api/openapi.json' })).json();
  });
  afterAll(() => running.close());

  it('is OpenAPI 3.1, read without a log-in', () => expect(document.openapi).toMatch(/^3\.1\.\d$/));

  it('is answered with 304 to whoever has it', async () => {
    const { headers } = await running.app.inject({ url: '/api/openapi.json' });
    const again = await running.app.inject({ url: '/api/openapi.json', headers: { 'if-none-match': headers.etag } });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });

  it('names every route of the router, and no other', () => {
    const described = operationsOf(document).map(({ method, path }) => `${method.toUpperCase()} ${path}`);
    const served = running.app
      .get(RouteTable)
      .routes()
      .filter(({ method, path }) => method !== 'HEAD' && method !== 'OPTIONS' && !BESIDE.has(path))
      .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`);
    expect(described.sort()).toEqual(served.sort());
  });

  it('has a summary, a chapter and a described answer for every operation', () => {
    const chapters = new Set(document.tags?.map(({ name }) => name));
    const bare = operationsOf(document).filter(
      ({ operation: { summary, tags = [], responses } }) =>
        !summary || tags.length !== 1 || !chapters.has(tags[0] ?? '') || !hasDescribedSuccess(responses),
    );
    expect(bare.map(({ method, path }) => `${method} ${path}: add @ApiTags, @ApiOperation, @Answers`)).toEqual([]);
  });

  it('says of every operation more than its summary and who may call it', () => {
    const bare = operationsOf(document).filter(
      ({ operation: { summary = '', description = '' } }) => !saysMore(description, summary),
    );
    expect(bare.map(({ method, path }) => `${method} ${path}: add a description to @ApiOperation`)).toEqual([]);
  });

  it('lets answers have fields that it does not know yet, as the guide says', () => {
    expect(JSON.stringify(document).match(/"additionalProperties":false/g)).toBeNull();
  });

  it('says what every parameter is', () => {
    const bare = operationsOf(document).flatMap(({ method, path, operation: { parameters = [] } }) =>
      parameters.flatMap((each) => ('$ref' in each || each.description ? [] : [`${method} ${path}: ${each.name}`])),
    );
    expect(bare).toEqual([]);
  });

  it('tells of every limited operation where its caller stands', () => {
    const bare = operationsOf(document)
      .filter(({ path }) => path.startsWith('/api/'))
      .filter(({ operation: { responses } }) => !telling(responses).has('2') || !telling(responses).has('429'));
    expect(bare.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
  });

  it('names every policy of the limits with its number', () => {
    const lines = document.info.description?.split('\n') ?? [];
    const silent = Object.entries(POLICIES).filter(
      ([name, { quota }]) =>
        !lines.some((line) => line.includes(`\`${name}\``) && line.includes(quota.toLocaleString('en'))),
    );
    expect(silent).toEqual([]);
  });

  it('lists the refusals that follow from what a route takes, each with an example', () => {
    const bare = operationsOf(document).flatMap(({ method, path, operation }) => {
      const missing = ['400', '429', '500', '503', ...expectedStatuses(method, path, operation)].filter(
        (status) => !hasExamples(operation.responses[status]),
      );
      return missing.map((status) => `${method} ${path}: ${status}`);
    });
    expect(bare).toEqual([]);
  });
});

/** The statuses, or `2` for success, that carry `RateLimit`. */
function telling(responses: object): Set<string> {
  const told = Object.entries(responses).filter(([, response]) =>
    JSON.stringify(response).includes('/headers/RateLimit"'),
  );
  return new Set(told.map(([status]) => (status.startsWith('2') ? '2' : status)));
}

function hasDescribedSuccess(responses: object): boolean {
  return Object.entries(responses).some(
    ([status, response]: [string, object]) => status === '204' || (status.startsWith('2') && 'content' in response),
  );
}

type Operation = ReturnType<typeof operationsOf>[number]['operation'];

/** The sentence on who may call it is added to every description. */
const ACCESS = /^(Any staff session\.|Needs the permission `[\w.-]+`\.)$/;

function saysMore(description: string, summary: string): boolean {
  const words = description.split('\n\n').filter((paragraph) => !ACCESS.test(paragraph));
  return words.join(' ').length >= 20 && words.join(' ') !== summary;
}

function expectedStatuses(method: string, path: string, { security = [], requestBody }: Operation): string[] {
  return [
    ...(security.length > 0 ? ['401'] : []),
    ...(security.length > 0 && method !== 'get' ? ['403'] : []),
    ...(path.includes('{') ? ['404'] : []),
    ...(method === 'get' ? [] : ['413', '415']),
    ...(requestBody ? ['422'] : []),
  ];
}

function hasExamples(response: unknown): boolean {
  return JSON.stringify(response ?? {}).includes('"examples":{"');
}
