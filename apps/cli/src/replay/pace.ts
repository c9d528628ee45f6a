import { setTimeout as wait } from 'node:timers/promises';
import type { RecordedOrder } from './recorded-order.js';

/** Keeps the recorded distances between orders, so many times faster. Resolves at once when it is to stop. */
export class Pace {
  readonly #startedMs = Date.now();
  readonly #firstMs: number;

  constructor(
    orders: readonly RecordedOrder[],
    private readonly speedUp: number,
  ) {
    this.#firstMs = orders.find(({ placedAtMs }) => placedAtMs !== undefined)?.placedAtMs ?? 0;
  }

  async until({ placedAtMs }: RecordedOrder, stop: AbortSignal): Promise<void> {
    if (placedAtMs === undefined) return;
    const dueMs = this.#startedMs + (placedAtMs - this.#firstMs) / this.speedUp;
    const delayMs = dueMs - Date.now();
    if (delayMs <= 0 || stop.aborted) return;
    await wait(delayMs, undefined, { signal: stop }).catch(() => undefined);
  }
}
