import type { Problem } from '@comanda/shared';
import { Transactions } from '../src/platform/database/index.js';
import { Readiness } from '../src/platform/health/index.js';
import { startTestApp } from './test-app.js';
import type { TestApp } from './test-app.js';

describe('an application that drains', () => {
  let running: TestApp;
  beforeAll(async () => {
    running = await startTestApp();
    running.app.get(Readiness).drain();
  });
  afterAll(() => running.close());

  it('is not ready, but alive and at work, and asks for other connections', async () => {
    expect((await running.app.inject({ url: '/readyz' })).statusCode).toBe(503);
    expect((await running.app.inject({ url: '/healthz' })).statusCode).toBe(200);
    const answer = await running.app.inject({ url: '/api/v1/locations' });
    expect([answer.statusCode, answer.headers.connection]).toEqual([200, 'close']);
  });
});

describe('an application with more requests than it may work on at once', () => {
  let running: TestApp;
  beforeAll(async () => (running = await startTestApp(undefined, { mostRequests: 4 })));
  afterAll(() => running.close());

  it('refuses those beyond with 503 and Retry-After, and all is well afterwards', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => running.app.inject({ url: '/api/v1/locations' })),
    );
    const refused = answers.filter(({ statusCode }) => statusCode === 503);
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(4);
    expect(refused).toHaveLength(16);
    expect(refused[0]?.headers).toMatchObject({ 'retry-after': '1', 'content-type': expect.stringMatching(/problem/) });
    expect(refused[0]?.json<Problem>().code).toBe('service_unavailable');
    expect((await running.app.inject({ url: '/api/v1/locations' })).statusCode).toBe(200);
    expect((await running.app.inject({ url: '/readyz' })).statusCode).toBe(200);
  });
});

describe('the application', () => {
  let running: TestApp;
  beforeAll(async () => (running = await startTestApp()));
  afterAll(() => running.close());

  it('is alive', async () => {
    const answer = await running.app.inject({ url: '/healthz' });
    expect([answer.statusCode, answer.json()]).toEqual([200, { status: 'ok' }]);
  });

  it('is ready, on a database that keeps what was answered through a power cut', async () => {
    const answer = await running.app.inject({ url: '/readyz' });
    expect([answer.statusCode, answer.json()]).toEqual([200, { status: 'ok', warnings: [] }]);
  });

  it('stays ready when a newer version beside it has changed the database', async () => {
    await running.app.get(Transactions).run((tx) =>
      Promise.resolve(
        tx.write({
          sql: "INSERT INTO migrations (timestamp, name) VALUES (?, 'OfTomorrow')",
          values: [9999999999999],
        }),
      ),
    );
    expect((await running.app.inject({ url: '/readyz' })).statusCode).toBe(200);
  });

  it('answers an unknown address with a problem that names it', async () => {
    const answer = await running.app.inject({ url: '/api/v1/nothing?secret=1' });
    expect(answer.statusCode).toBe(404);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(answer.json<Problem>()).toMatchObject({ status: 404, code: 'not_found', instance: '/api/v1/nothing' });
  });

  it('answers a body that is no JSON with a problem', async () => {
    const headers = { 'content-type': 'application/json' };
    const answer = await running.app.inject({ method: 'POST', url: '/api/v1/nothing', headers, payload: '{"a":' });
    expect(answer.json<Problem>().status).toBeLessThan(500);
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
  });
});
