import { DestroyRef, Injector, type Signal, computed, effect, inject, signal, untracked } from '@angular/core';
import { Clock } from '../time/clock';
import { EVENT_SOURCE, type EventStream } from './event-source-factory';

/** `stale`: amber, nothing heard for 10 s. `lost`: for 15 s; what is on screen is history. */
export type LiveState = 'connecting' | 'live' | 'stale' | 'lost';

export interface LiveMessage {
  readonly type: string;
  /** The event's place in its feed, when it has one. */
  readonly position: number | null;
  readonly data: unknown;
}

export interface LiveFeedOptions {
  /** Reactive; null closes the feed, a change reopens it. */
  readonly url: () => string | null;
  readonly events: readonly string[];
  readonly onEvent: (message: LiveMessage) => void;
  /** True when positions count 1, 2, 3 ... without gaps: repeats are dropped and a jump calls `onGap`. */
  readonly gapless?: boolean;
  /** Something was missed or could not be read: fetch the whole picture again and call `resumeFrom`. */
  readonly onGap?: () => void;
  /** The connection stands, for the first time or again. A feed that does not resume has to fetch its picture now. */
  readonly onOpen?: () => void;
}

const STALE_AFTER_MS = 10_000;
const LOST_AFTER_MS = 15_000;
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 15_000;
const HEARTBEAT = 'heartbeat';

/** Opens a feed of server-sent events that lives as long as the caller's injection context. */
export function openLiveFeed(options: LiveFeedOptions): LiveFeed {
  const feed = new LiveFeed(options);
  inject(DestroyRef).onDestroy(() => feed.close());
  return feed;
}

export class LiveFeed {
  private readonly clock = inject(Clock);
  private readonly connect = inject(EVENT_SOURCE);
  private readonly heardAt = signal<number | null>(null);
  private readonly connectedOnce = signal(false);
  private readonly failed = signal(0);
  private stream: EventStream | null = null;
  private retry: ReturnType<typeof setTimeout> | null = null;
  private position: number | null = null;
  private address: string | null = null;

  /** When the server last said anything, a heartbeat included; null before the first word. */
  readonly lastNewsAt: Signal<number | null> = computed(() => (this.connectedOnce() ? this.heardAt() : null));
  /** Failed attempts in a row. */
  readonly failures = this.failed.asReadonly();
  readonly state: Signal<LiveState> = computed(() => {
    const silence = this.silence();
    if (silence >= LOST_AFTER_MS) return 'lost';
    if (silence >= STALE_AFTER_MS) return 'stale';
    return this.connectedOnce() ? 'live' : 'connecting';
  });

  constructor(private readonly options: LiveFeedOptions) {
    const injector = inject(Injector);
    effect(() => this.follow(options.url()), { injector });
    // A dead connection gives no error by itself: after the alarm it is torn down and tried again.
    effect(() => this.state() === 'lost' && untracked(() => this.reopenIfIdle()), { injector });
    const wake = (): void => this.wake();
    window.addEventListener('online', wake);
    document.addEventListener('visibilitychange', wake);
    inject(DestroyRef).onDestroy(() => {
      window.removeEventListener('online', wake);
      document.removeEventListener('visibilitychange', wake);
    });
  }

  /** Continue after this position: call it with the position of a freshly fetched picture. */
  resumeFrom(position: number): void {
    this.position = position;
  }

  /** Try again at once, whatever the backoff says. */
  reconnect(): void {
    if (this.address === null) return;
    this.cancelRetry();
    this.open(this.address);
  }

  close(): void {
    this.cancelRetry();
    this.stream?.close();
    this.stream = null;
  }

  private silence(): number {
    const heardAt = this.heardAt();
    return heardAt === null ? 0 : Math.max(0, this.clock.now() - heardAt);
  }

  private follow(url: string | null): void {
    untracked(() => {
      this.close();
      // A position that was set before there was a feed belongs to the one that begins now.
      if (this.address !== null && url !== this.address) this.position = null;
      this.address = url;
      this.connectedOnce.set(false);
      this.failed.set(0);
      if (url === null) return;
      this.heardAt.set(Date.now());
      this.open(url);
    });
  }

  private open(url: string): void {
    this.stream?.close();
    const stream = this.connect(this.withPosition(url));
    this.stream = stream;
    stream.onopen = () => {
      this.hear();
      this.options.onOpen?.();
    };
    stream.onerror = () => this.fail(stream);
    stream.addEventListener(HEARTBEAT, () => this.hear());
    for (const type of this.options.events) stream.addEventListener(type, (event) => this.receive(type, event));
  }

  private withPosition(url: string): string {
    if (this.position === null) return url;
    return `${url}${url.includes('?') ? '&' : '?'}after=${this.position}`;
  }

  private hear(): void {
    this.heardAt.set(Date.now());
    this.connectedOnce.set(true);
    this.failed.set(0);
  }

  private receive(type: string, event: MessageEvent<string>): void {
    this.hear();
    const position = /^\d+$/.test(event.lastEventId) ? Number(event.lastEventId) : null;
    if (this.options.gapless === true && position !== null && this.position !== null) {
      if (position <= this.position) return;
      if (position > this.position + 1) return this.options.onGap?.();
    }
    const data = parse(event.data);
    if (data === undefined) return this.options.onGap?.();
    if (position !== null) this.position = position;
    this.options.onEvent({ type, position, data });
  }

  private fail(stream: EventStream): void {
    if (stream !== this.stream) return;
    // The browser's own retry gives up on an HTTP error and knows no backoff, so ours replaces it.
    stream.close();
    this.stream = null;
    this.failed.update((count) => count + 1);
    const wait = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** (this.failed() - 1));
    this.cancelRetry();
    this.retry = setTimeout(() => this.reconnect(), wait * (0.75 + Math.random() / 2));
  }

  private reopenIfIdle(): void {
    if (this.retry === null && this.address !== null) this.open(this.address);
  }

  private wake(): void {
    if (document.visibilityState === 'visible' && this.stream === null && this.address !== null) this.reconnect();
  }

  private cancelRetry(): void {
    if (this.retry !== null) clearTimeout(this.retry);
    this.retry = null;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
