import { Clock } from '../clock/index.js';
import { FeedNews } from './feed-news.js';

/** What nobody has asked for in this time is forgotten at the next news. */
const IDLE_MS = 600_000;

interface Kept<T> {
  readonly stop: () => void;
  /** How often the feed has grown, and how often it had when the value was last found to hold. */
  news: number;
  checkedAt: number;
  askedAtMs: number;
  value?: T;
  checking?: { readonly news: number; readonly value: Promise<T> };
}

/** Reads what holds now; `last` is what held before, to be given back when it still does. Throws what the asker gets. */
type Read<T> = (locationId: string, last: T | undefined) => Promise<T>;

/**
 * Keeps something of each location in memory while its feed stands still. The news of another process arrives by a
 * message or, when that was lost, by the look that this process takes at the feeds every 0.7 s (FeedWatch).
 */
export class FeedMemory<T> {
  readonly #kept = new Map<string, Kept<T>>();

  constructor(
    private readonly news: FeedNews,
    private readonly clock: Clock,
    private readonly read: Read<T>,
  ) {}

  async of(locationId: string): Promise<T> {
    const kept = this.#kept.get(locationId) ?? this.#begin(locationId);
    kept.askedAtMs = this.clock.now();
    if (kept.value !== undefined && kept.checkedAt === kept.news) return kept.value;
    if (kept.checking?.news !== kept.news) {
      kept.checking = { news: kept.news, value: this.#check(locationId, kept) };
    }
    return kept.checking.value;
  }

  /** What is kept, as long as it needs no look whether it holds. */
  known(locationId: string): T | undefined {
    const kept = this.#kept.get(locationId);
    if (kept?.checkedAt !== kept?.news) return undefined;
    if (kept) kept.askedAtMs = this.clock.now();
    return kept?.value;
  }

  /** Listens first: what changes while it is read is news. */
  #begin(locationId: string): Kept<T> {
    const stop = this.news.listen(locationId, () => this.#hear(locationId));
    const kept: Kept<T> = { stop, news: 0, checkedAt: -1, askedAtMs: 0 };
    this.#kept.set(locationId, kept);
    return kept;
  }

  #hear(locationId: string): void {
    const kept = this.#kept.get(locationId);
    if (!kept) return;
    kept.news += 1;
    if (this.clock.now() - kept.askedAtMs > IDLE_MS) this.#forget(locationId, kept);
  }

  async #check(locationId: string, kept: Kept<T>): Promise<T> {
    const { news } = kept;
    try {
      kept.value = await this.read(locationId, kept.value);
      kept.checkedAt = news;
      return kept.value;
    } catch (error) {
      // A location that does not exist is not listened for.
      this.#forget(locationId, kept);
      throw error;
    }
  }

  #forget(locationId: string, { stop }: Kept<T>): void {
    stop();
    this.#kept.delete(locationId);
  }
}
