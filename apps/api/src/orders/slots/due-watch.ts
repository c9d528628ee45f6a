import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import { DueOrders } from './due-orders.js';

const LOOK_MS = 5000;

/** Looks every few seconds whether the time of an order has come, and at once after a start. */
@Injectable()
export class DueWatch implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #ended = new AbortController();
  readonly #logger = new Logger(DueWatch.name);

  constructor(private readonly due: DueOrders) {}

  onApplicationBootstrap(): void {
    void this.#keepLooking();
  }

  onModuleDestroy(): void {
    this.#ended.abort();
  }

  async #keepLooking(): Promise<void> {
    const { signal } = this.#ended;
    while (!signal.aborted) {
      await this.due.fireAll().catch((error: unknown) => this.#logger.warn(error));
      await sleep(LOOK_MS, undefined, { ref: false, signal }).catch(() => undefined);
    }
  }
}
