import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';

interface RoundsWish {
  /** Under which the log tells of it. */
  readonly name: string;
  readonly everyMs: number;
  /** What has not happened when a round fails, as one sentence. */
  readonly missed: string;
}

/** Does something again and again, a while after each time, until the process ends. A round that fails is told. */
export class Rounds {
  readonly #ended = new AbortController();
  readonly #logger: Logger;

  constructor(private readonly wish: RoundsWish) {
    this.#logger = new Logger(wish.name);
  }

  begin(round: () => Promise<void>): void {
    void this.#goOn(round);
  }

  end(): void {
    this.#ended.abort();
  }

  async #goOn(round: () => Promise<void>): Promise<void> {
    const { everyMs, missed } = this.wish;
    const { signal } = this.#ended;
    while (!signal.aborted) {
      await sleep(everyMs, undefined, { ref: false, signal }).catch(() => undefined);
      if (signal.aborted) return;
      await round().catch((error: unknown) => this.#logger.warn(`${missed} ${String(error)}`));
    }
  }
}
