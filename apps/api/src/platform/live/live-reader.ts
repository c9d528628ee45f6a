import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { EventView } from '@comanda/shared';
import type { Teller, Written } from './live-message.js';

/** A reader that lags this far behind is cut off; it comes back with `Last-Event-ID` and misses nothing. */
const MOST_UNSENT_BYTES = 1_048_576;
const UNSENT_BEFORE_A_PAUSE_BYTES = 65_536;

/** One open stream, and how far it has been told. Nobody waits for it. */
export class LiveReader {
  #telling: Promise<void> | undefined;

  constructor(
    private readonly out: ServerResponse,
    private readonly tell: Teller,
    public position: number,
    /** Whether whoever reads may still do so. */
    private readonly access?: () => Promise<boolean>,
  ) {}

  get gone(): boolean {
    return this.out.destroyed || this.out.writableEnded;
  }

  /** Tells what is new to it of a page of events. */
  hear(page: readonly EventView[], written: Written): void {
    const last = page.at(-1)?.position ?? 0;
    if (last <= this.position) return;
    const isNew = (page[0]?.position ?? 0) > this.position;
    const text = isNew
      ? this.tell(page, written)
      : this.tell(
          page.filter(({ position }) => position > this.position),
          new Map(),
        );
    this.position = last;
    this.#send(text);
  }

  write(text: string): void {
    if (text === '' || this.gone) return;
    this.out.write(text);
    if (this.out.writableLength > MOST_UNSENT_BYTES) this.out.destroy();
  }

  /** Resolves when most of what was written has left, or the reader. */
  async caughtUp(): Promise<void> {
    await this.#telling;
    if (this.gone || this.out.writableLength < UNSENT_BEFORE_A_PAUSE_BYTES) return;
    const over = new AbortController();
    const { signal } = over;
    await Promise.race([once(this.out, 'drain', { signal }), once(this.out, 'close', { signal })]).finally(() =>
      over.abort(),
    );
  }

  /** A database that is away ends nobody's access. */
  async endWithItsAccess(): Promise<void> {
    if (this.gone || !this.access) return;
    const holds = await this.access().catch(() => true);
    if (!holds) this.out.end();
  }

  bidFarewell(text: string): void {
    this.write(text);
    this.out.end();
  }

  cutOff(): void {
    this.out.destroy();
  }

  /** In order, also when something has to be read first. What cannot be read is asked for again by whoever comes back. */
  #send(text: string | Promise<string>): void {
    if (typeof text === 'string' && this.#telling === undefined) {
      this.write(text);
      return;
    }
    const telling = Promise.all([text, this.#telling]).then(
      ([ready]) => this.write(ready),
      () => this.cutOff(),
    );
    this.#telling = telling;
    void telling.then(() => {
      if (this.#telling === telling) this.#telling = undefined;
    });
  }
}
