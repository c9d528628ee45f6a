import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { LocationView, Problem } from '@comanda/shared';
import { Demo } from '../src/demo/index.js';
import { startTestApp } from './test-app.js';
import type { TestApp } from './test-app.js';

let running: TestApp;
let location: string;
let port: number;
const JSON_TYPE = { 'content-type': 'application/json' };

beforeAll(async () => {
  running = await startTestApp();
  await running.app.get(Demo).seed();
  location = (await running.app.inject({ url: '/api/v1/locations' })).json<LocationView[]>()[0]?.id ?? '';
  await running.app.listen(0, '127.0.0.1');
  port = (running.app.getHttpServer().address() as AddressInfo).port;
});
afterAll(() => running.close());

async function send(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'OPTIONS' | 'HEAD' | 'TRACE' | 'PROPFIND',
  path: string,
  options: { payload?: string | Buffer; headers?: Record<string, string> } = {},
) {
  const answer = await running.app.inject({ method: method as 'GET', url: path, ...options });
  const problem = () => {
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(answer.headers['x-request-id']).toBe(answer.json<Problem>().requestId);
    return answer.json<Problem>();
  };
  return { status: answer.statusCode, headers: answer.headers, text: answer.body, problem };
}

/** What comes back on a bare connection. */
function raw(bytes: string | Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    let heard = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    socket.setTimeout(3000, () => socket.destroy());
    socket.on('data', (data) => (heard += data.toString()));
    socket.on('error', reject);
    socket.on('close', () => resolve(heard));
  });
}

const quotes = () => `/api/v1/locations/${location}/quotes`;

describe('a body', () => {
  it('with a name written twice is refused where it stands', async () => {
    const payload = '{"fulfilment":{"type":"pickup"},"lines":[{"itemId":"a","quantity":1,"quantity":2}]}';
    const { problem } = await send('POST', quotes(), { payload, headers: JSON_TYPE });
    expect(problem()).toMatchObject({
      status: 400,
      code: 'unreadable_body',
      errors: [{ pointer: '/lines/0/quantity', code: 'duplicate_name' }],
    });
  });

  it('in broken UTF-8 is refused', async () => {
    const payload = Buffer.concat([Buffer.from('{"note":"'), Buffer.from([0xff, 0xfe]), Buffer.from('"}')]);
    expect((await send('POST', quotes(), { payload, headers: JSON_TYPE })).problem().detail).toMatch(/UTF-8/);
  });

  it.each([
    ['text/plain', 'hello'],
    ['application/x-www-form-urlencoded', 'a=1'],
    ['multipart/form-data; boundary=x', '--x--'],
    ['application/xml', '<a/>'],
    ['nonsense', '{}'],
  ])('of type %s is refused and told what is taken', async (type, payload) => {
    const answer = await send('POST', quotes(), { payload, headers: { 'content-type': type } });
    expect(answer.problem()).toMatchObject({ status: 415, code: 'unsupported_media_type' });
    expect(answer.headers['accept']).toBe('application/json');
  });

  it.each(['[]', 'null', '5', '"text"', 'true'])('that is %s is no object', async (payload) => {
    const { problem } = await send('POST', quotes(), { payload, headers: JSON_TYPE });
    expect(problem()).toMatchObject({ status: 422, errors: [{ pointer: '', code: 'not_object' }] });
  });

  it('that is empty lacks every field', async () => {
    const { problem } = await send('POST', quotes(), { payload: '', headers: JSON_TYPE });
    expect(problem().errors?.map(({ pointer }) => pointer)).toEqual(expect.arrayContaining(['/fulfilment', '/lines']));
  });

  it('over the limit is told the limit', async () => {
    const { problem } = await send('POST', quotes(), { payload: 'x'.repeat(2_000_000), headers: JSON_TYPE });
    expect(problem()).toMatchObject({ status: 413, detail: expect.stringContaining('1 MiB') as string });
  });
});

describe('a method', () => {
  it.each(['DELETE', 'PUT', 'PROPFIND', 'TRACE'] as const)('%s that an address does not take', async (method) => {
    const answer = await send(method, quotes());
    expect(answer.problem()).toMatchObject({ status: 405, code: 'method_not_allowed' });
    expect(answer.headers['allow']).toBe('OPTIONS, POST');
  });

  it('OPTIONS says what an address takes', async () => {
    const answer = await send('OPTIONS', `/api/v1/locations/${location}/menu`);
    expect([answer.status, answer.headers['allow']]).toEqual([204, 'GET, HEAD, OPTIONS']);
    expect((await send('OPTIONS', '/api/v1/nothing')).status).toBe(404);
  });

  it('HEAD is GET without the body, on a live stream too', async () => {
    const answer = await send('HEAD', `/api/v1/locations/${location}`);
    expect([answer.status, answer.text]).toEqual([200, '']);
    const live = await send('HEAD', `/api/v1/locations/${location}/live`);
    expect([live.status, live.headers['content-type']]).toEqual([200, 'text/event-stream']);
  });
});

describe('a query', () => {
  it.each([
    ['menu?colour=red', 'colour', 'unknown_field'],
    ['menu?language=d%0Ae', 'language', 'broken_text'],
    ['menu?language=de&language=en', 'language', 'named_twice'],
    ['availability?__proto__=1', '__proto__', 'unknown_parameter'],
    ['live?after=-1', 'after', 'not_int'],
    ['live?after=1e3', 'after', 'not_int'],
  ])('%s is refused', async (path, name, code) => {
    const { problem } = await send('GET', `/api/v1/locations/${location}/${path}`);
    const pointer = `#query/${name}`;
    expect(problem()).toMatchObject({ status: 400, code: 'invalid_query' });
    expect(problem().errors).toContainEqual(expect.objectContaining({ pointer, code }));
  });
});

describe('an address', () => {
  it.each([
    ['/api/v1/locations/%zz', 400, 'invalid_path'],
    ['/api/v1/locations/%ff%fe', 400, 'invalid_path'],
    [`/api/v1/locations/${'x'.repeat(300)}`, 414, 'uri_too_long'],
    [`/api/v1/locations/${'x'.repeat(80)}`, 404, 'not_found'],
    ['/api/v1/locations/a%00b', 404, 'not_found'],
    ['/api/v1/locations/%F0%9F%8D%9C', 404, 'not_found'],
  ])('%s', async (path, status, code) => expect((await send('GET', path)).problem()).toMatchObject({ status, code }));
});

describe('a request id', () => {
  it('is the sane one of the caller, else a new one', async () => {
    const given = await send('GET', '/healthz', { headers: { 'x-request-id': 'till-7.order_42' } });
    expect(given.headers['x-request-id']).toBe('till-7.order_42');
    const odd = await send('GET', '/healthz', { headers: { 'x-request-id': 'a b<script>' } });
    expect(odd.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('bytes on the wire', () => {
  it.each([
    ['no HTTP', 'hello\r\n\r\n', 400],
    ['HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400],
    ['an unknown method', 'BREW /coffee HTTP/1.1\r\nHost: x\r\n\r\n', 400],
    ['no host', 'GET /api/v1/locations HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
    ['too many headers', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'y'.repeat(40_000)}\r\n\r\n`, 431],
    ['two lengths', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab', 400],
    [
      'a smuggled body',
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
    ],
  ])('that are %s get a problem', async (_, bytes, status) => {
    const answer = await raw(bytes);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${String(status)} `));
    expect(answer).toMatch(/content-type: application\/problem\+json/i);
    const problem = JSON.parse(answer.slice(answer.indexOf('\r\n\r\n') + 4)) as Problem;
    expect(problem).toMatchObject({ status, detail: expect.stringMatching(/\w/) as string });
  });
});

describe('an answer', () => {
  it('tells the browser what to refuse, and that nobody may keep it', async () => {
    const { headers } = await send('GET', `/api/v1/locations/${location}`);
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none';frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    });
    expect(headers).not.toHaveProperty('referrer-policy');
  });

  it('that is no data tells what a page may load, and where it came from nobody', async () => {
    const { headers } = await send('GET', '/api/docs/nothing');
    expect(headers).toMatchObject({
      'content-security-policy': expect.stringContaining("frame-ancestors 'none'") as string,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
    expect(headers['content-security-policy']).toContain("script-src 'self'");
    expect(headers['content-security-policy']).not.toContain('upgrade-insecure-requests');
  });

  it.each(['br', 'gzip'])('is packed as %s when asked for, a live stream never', async (encoding) => {
    const asking = { headers: { 'accept-encoding': encoding } };
    expect((await send('GET', `/api/v1/locations/${location}/menu`, asking)).headers['content-encoding']).toBe(
      encoding,
    );
    const live = await send('HEAD', `/api/v1/locations/${location}/live`, asking);
    expect(live.headers['content-encoding']).toBeUndefined();
    expect(live.headers['content-security-policy']).toBeDefined();
  });
});
