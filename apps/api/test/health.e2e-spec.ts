import type { Problem } from '@comanda/shared';
import { startTestApp } from './test-app.js';
import type { TestApp } from './test-app.js';

describe('the application', () => {
  let running: TestApp;
  beforeAll(async () => (running = await startTestApp()));
  afterAll(() => running.close());

  it.each(['/healthz', '/readyz'])('answers %s', async (url) => {
    const answer = await running.app.inject({ url });
    expect([answer.statusCode, answer.json()]).toEqual([200, { status: 'ok' }]);
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
