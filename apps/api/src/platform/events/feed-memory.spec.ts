import { Clock } from '../clock/index.js';
import { FeedMemory } from './feed-memory.js';
import { FeedNews } from './feed-news.js';

const MINUTE_MS = 60_000;

class SetClock extends Clock {
  at = 0;
  override now(): number {
    return this.at;
  }
}

function aMemory(read: (id: string, last: string | undefined) => Promise<string>) {
  const news = new FeedNews();
  const clock = new SetClock();
  return { news, clock, memory: new FeedMemory(news, clock, read) };
}

describe('what is kept of a location', () => {
  it('is read once, and again after news', async () => {
    let reads = 0;
    const { news, memory } = aMemory(async (id, last) => `${id} ${String(++reads)} after ${last ?? 'nothing'}`);
    expect([await memory.of('casa'), await memory.of('casa')]).toEqual(Array(2).fill('casa 1 after nothing'));
    news.hear('casa');
    expect(await memory.of('casa')).toBe('casa 2 after casa 1 after nothing');
    news.hear('villa');
    await memory.of('casa');
    expect(reads).toBe(2);
  });

  it('is read once for all who ask at the same time, but never from before the news', async () => {
    const waiting: ((value: string) => void)[] = [];
    const { news, memory } = aMemory(() => new Promise((resolve) => waiting.push(resolve)));
    const early = [memory.of('casa'), memory.of('casa')];
    news.hear('casa');
    const late = memory.of('casa');
    expect(waiting).toHaveLength(2);
    waiting[0]?.('old');
    expect(await Promise.all(early)).toEqual(['old', 'old']);
    waiting[1]?.('new');
    expect([await late, await memory.of('casa')]).toEqual(['new', 'new']);
  });

  it('is forgotten when it cannot be read, and when nobody has asked for ten minutes', async () => {
    let there = false;
    const { news, clock, memory } = aMemory(() => (there ? Promise.resolve('x') : Promise.reject(new Error('away'))));
    await expect(memory.of('casa')).rejects.toThrow('away');
    expect(news.awaited()).toEqual([]);
    there = true;
    await memory.of('casa');
    clock.at = 9 * MINUTE_MS;
    news.hear('casa');
    expect(news.awaited()).toEqual(['casa']);
    clock.at = 11 * MINUTE_MS;
    news.hear('casa');
    expect(news.awaited()).toEqual([]);
  });
});
