import { jest } from '@jest/globals';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { EVENT_SOURCE, type EventStream } from './event-source-factory';
import { openLiveFeed, type LiveFeed, type LiveFeedOptions, type LiveMessage } from './live-feed';

/** A server that a spec plays by hand. */
class FakeStream implements EventStream {
  onopen: ((event: Event) => unknown) | null = null;
  onerror: ((event: Event) => unknown) | null = null;
  closed = false;
  private readonly listeners = new Map<string, (event: MessageEvent<string>) => void>();

  constructor(readonly url: string) {}

  addEventListener(type: string, listener: (event: MessageEvent<string>) => void): void {
    this.listeners.set(type, listener);
  }

  close(): void {
    this.closed = true;
  }

  open(): void {
    this.onopen?.(new Event('open'));
  }

  fail(): void {
    this.onerror?.(new Event('error'));
  }

  send(type: string, data: string, id = ''): void {
    this.listeners.get(type)?.(new MessageEvent<string>(type, { data, lastEventId: id }));
  }
}

describe('LiveFeed', () => {
  let streams: FakeStream[];
  let messages: LiveMessage[];
  let gaps: number;

  beforeEach(() => {
    jest.useFakeTimers({ now: 1_000_000 });
    jest.spyOn(Math, 'random').mockReturnValue(0.5);
    streams = [];
    messages = [];
    gaps = 0;
    TestBed.configureTestingModule({
      providers: [
        {
          provide: EVENT_SOURCE,
          useValue: (url: string) => {
            const stream = new FakeStream(url);
            streams.push(stream);
            return stream;
          },
        },
      ],
    });
  });

  afterEach(() => {
    TestBed.resetTestingModule();
    jest.restoreAllMocks();
    jest.useRealTimers();
  });

  function open(options: Partial<LiveFeedOptions> = {}): LiveFeed {
    const feed = TestBed.runInInjectionContext(() =>
      openLiveFeed({
        url: () => '/feed',
        events: ['news'],
        onEvent: (message) => messages.push(message),
        onGap: () => (gaps += 1),
        ...options,
      }),
    );
    TestBed.tick();
    return feed;
  }

  function stream(): FakeStream {
    const last = streams.at(-1);
    if (last === undefined) throw new Error('No stream was opened.');
    return last;
  }

  function pass(ms: number): void {
    jest.advanceTimersByTime(ms);
    TestBed.tick();
  }

  it('is connecting until the server says something, then live', () => {
    const feed = open();
    expect(feed.state()).toBe('connecting');
    stream().open();
    expect(feed.state()).toBe('live');
  });

  it('turns stale after 10 s of silence and lost after 15', () => {
    const feed = open();
    stream().open();
    pass(9_000);
    expect(feed.state()).toBe('live');
    pass(1_000);
    expect(feed.state()).toBe('stale');
    pass(5_000);
    expect(feed.state()).toBe('lost');
  });

  it('stays live as long as the heart beats', () => {
    const feed = open();
    stream().open();
    for (let beat = 0; beat < 6; beat += 1) {
      pass(5_000);
      stream().send('heartbeat', '{}');
    }
    expect(feed.state()).toBe('live');
    expect(streams).toHaveLength(1);
  });

  it('tears a silent connection down and opens another', () => {
    open();
    const first = stream();
    first.open();
    pass(15_000);
    expect(first.closed).toBe(true);
    expect(streams).toHaveLength(2);
  });

  it('continues after the last position that it has seen', () => {
    open({ gapless: true });
    stream().open();
    stream().send('news', '{"a":1}', '7');
    stream().fail();
    pass(1_000);
    expect(stream().url).toBe('/feed?after=7');
  });

  it('waits longer after each failure, 15 s at most', () => {
    const feed = open();
    for (const wait of [1_000, 2_000, 4_000, 8_000]) {
      const attempts = streams.length;
      stream().fail();
      jest.advanceTimersByTime(wait - 1);
      expect(streams).toHaveLength(attempts);
      jest.advanceTimersByTime(1);
      expect(streams).toHaveLength(attempts + 1);
    }
    expect(feed.failures()).toBe(4);
    stream().open();
    expect(feed.failures()).toBe(0);
  });

  it('drops a repeated event and reports a jump', () => {
    const feed = open({ gapless: true });
    feed.resumeFrom(4);
    stream().open();
    stream().send('news', '{}', '5');
    stream().send('news', '{}', '5');
    expect(messages.map(({ position }) => position)).toEqual([5]);
    stream().send('news', '{}', '8');
    expect(gaps).toBe(1);
    expect(messages).toHaveLength(1);
  });

  it('begins where the picture ended that was fetched before there was a feed', () => {
    const url = signal<string | null>(null);
    const feed = open({ url, gapless: true });
    feed.resumeFrom(12);
    url.set('/feed');
    TestBed.tick();
    expect(stream().url).toBe('/feed?after=12');
    url.set('/other');
    TestBed.tick();
    expect(stream().url).toBe('/other');
  });

  it('treats what it cannot read as a gap', () => {
    open();
    stream().open();
    stream().send('news', 'not json', '1');
    expect(gaps).toBe(1);
    expect(messages).toHaveLength(0);
  });

  it('tells its owner each time the connection stands', () => {
    let opened = 0;
    open({ onOpen: () => (opened += 1) });
    stream().open();
    stream().fail();
    pass(1_000);
    stream().open();
    expect(opened).toBe(2);
  });

  it('closes when there is nothing to follow any more', () => {
    const url = signal<string | null>('/feed');
    open({ url });
    url.set(null);
    TestBed.tick();
    expect(stream().closed).toBe(true);
    pass(60_000);
    expect(streams).toHaveLength(1);
  });
});
