import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import { Unanswered } from './unanswered.js';

const LOOK_MS = 5000;

/** Looks every few seconds whether a cook's answer is overdue. */
@Injectable()
export class UnansweredWatch implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #ended = new AbortController();
  readonly #logger = new Logger(UnansweredWatch.name);

  constructor(private readonly unanswered: Unanswered) {}

  onApplicationBootstrap(): void {
    void this.#keepLooking();
  }

  onModuleDestroy(): void {
    this.#ended.abort();
  }

  async #keepLooking(): Promise<void> {
    const { signal } = this.#ended;
    while (!signal.aborted) {
      await sleep(LOOK_MS, undefined, { ref: false, signal }).catch(() => undefined);
      if (!signal.aborted) await this.unanswered.escalateAll().catch((error: unknown) => this.#logger.warn(error));
    }
  }
}
