import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { fastify } from 'fastify';
import { ReadyAnswer } from './ready-answer.js';

const BODY = { dishes: Array.from({ length: 50 }, (_, number) => ({ name: `Dish ${String(number)}` })) };
const TEXT = JSON.stringify(BODY);

function ask(headers: Record<string, string> = {}) {
  const app = fastify();
  const answer = ReadyAnswer.json(BODY);
  app.get('/', async (request, reply) => {
    await answer.send(reply, request.headers['if-none-match']);
    return reply;
  });
  return app.inject({ url: '/', headers });
}

describe('an answer that is kept ready', () => {
  it.each([
    [undefined, undefined, (bytes: Buffer) => bytes],
    ['gzip, deflate, br', 'br', brotliDecompressSync],
    ['BR', 'br', brotliDecompressSync],
    ['gzip;q=0.5, br;q=0', 'gzip', gunzipSync],
    ['deflate', undefined, (bytes: Buffer) => bytes],
    ['*', 'gzip', gunzipSync],
  ])('to a caller that takes %s comes as %s', async (taken, encoding, open) => {
    const { headers, rawPayload } = await ask(taken === undefined ? {} : { 'accept-encoding': taken });
    expect(headers['content-encoding']).toBe(encoding);
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
    expect(headers.vary).toBe('Accept-Encoding');
    expect(open(rawPayload).toString()).toBe(TEXT);
  });

  it('has a strong tag of its own in each encoding, and 304 is for who has that one', async () => {
    const tags = [];
    for (const taken of ['identity', 'gzip', 'br']) {
      const tag = String((await ask({ 'accept-encoding': taken })).headers.etag);
      const again = await ask({ 'accept-encoding': taken, 'if-none-match': `"other", ${tag}` });
      expect([again.statusCode, again.headers.etag, again.body]).toEqual([304, tag, '']);
      tags.push(tag);
    }
    expect(new Set(tags).size).toBe(3);
    const other = await ask({ 'accept-encoding': 'br', 'if-none-match': String(tags[0]) });
    expect(other.statusCode).toBe(200);
  });
});
