import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import { ScreenBeats } from './screen-beats.js';

const LOOK_MS = 2500;

/** Looks every few seconds which screens were heard. */
@Injectable()
export class ScreenWatch implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #ended = new AbortController();
  readonly #logger = new Logger(ScreenWatch.name);

  constructor(private readonly beats: ScreenBeats) {}

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
      if (!signal.aborted) await this.beats.look().catch((error: unknown) => this.#logger.warn(error));
    }
  }
}
