import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import type { EventView } from '@comanda/shared';
import { EventReader, FeedNews } from '../events/index.js';
import { Bell } from './bell.js';
import { toText } from './live-message.js';
import type { LiveReader } from './live-reader.js';

const PAGE = 200;
/** What is kept for readers that come back after a short break. */
const TAIL = 200;
const RETRY_MS = 700;

/** One restaurant's feed for all who follow it here: each event is read once and told to all of them. */
export class FeedChannel {
  /** All who are here, and of them those who have heard what they missed. */
  readonly #present = new Set<LiveReader>();
  readonly #readers = new Set<LiveReader>();
  readonly #bell = new Bell();
  readonly #stopListening: () => void;
  readonly #opened: Promise<void>;
  #tail: readonly EventView[] = [];
  #position = 0;

  constructor(
    private readonly locationId: string,
    private readonly events: EventReader,
    news: FeedNews,
  ) {
    this.#stopListening = news.listen(locationId, () => this.#bell.ring());
    this.#opened = this.#open();
  }

  /** Tells the reader what it has missed; from then on it hears what all hear. */
  async join(reader: LiveReader): Promise<void> {
    this.#present.add(reader);
    await this.#opened;
    while (!reader.gone && reader.position < this.#position) {
      const missed = this.#tailAfter(reader.position) ?? (await this.#after(reader.position));
      if (missed.length === 0) break;
      reader.hear(missed, new Map());
      await reader.caughtUp();
      // The embedded database answers at once: others have their turn before the next page.
      await nextTurn();
    }
    if (reader.gone) return;
    reader.write(this.#heartbeat());
    this.#readers.add(reader);
  }

  /** True when nobody is left. */
  leave(reader: LiveReader): boolean {
    this.#present.delete(reader);
    this.#readers.delete(reader);
    return this.#present.size === 0;
  }

  beat(): void {
    const heartbeat = this.#heartbeat();
    for (const reader of this.#readers) reader.write(heartbeat);
  }

  close(): void {
    this.#stopListening();
    this.#bell.close();
  }

  async #open(): Promise<void> {
    this.#position = await this.events.position(this.locationId);
    void this.#follow();
  }

  async #follow(): Promise<void> {
    while (await this.#bell.next()) {
      try {
        await this.#readOn();
      } catch {
        // The database is away; nobody is told anything until it is back.
        await sleep(RETRY_MS, undefined, { ref: false });
        this.#bell.ring();
      }
    }
  }

  async #readOn(): Promise<void> {
    for (;;) {
      const page = await this.#after(this.#position);
      const last = page.at(-1);
      if (!last) return;
      this.#position = last.position;
      this.#tail = [...this.#tail, ...page].slice(-TAIL);
      const written = new Map<string, string>();
      for (const reader of this.#readers) reader.hear(page, written);
      if (page.length < PAGE) return;
    }
  }

  #after(position: number): Promise<EventView[]> {
    return this.events.listAfter(this.locationId, position, PAGE);
  }

  /** Undefined when the tail does not reach back that far. */
  #tailAfter(after: number): readonly EventView[] | undefined {
    const [first] = this.#tail;
    if (!first || first.position > after + 1) return undefined;
    return this.#tail.filter(({ position }) => position > after);
  }

  #heartbeat(): string {
    return toText({ event: 'heartbeat', data: { position: this.#position, at: new Date().toISOString() } });
  }
}
