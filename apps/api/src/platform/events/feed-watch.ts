import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../database/index.js';
import { FeedNews } from './feed-news.js';
import { FeedEntity } from './feed.entity.js';

/** How soon this process notices what another one wrote, whether or not a message said so. */
const LOOK_MS = 700;

/**
 * Looks which of the awaited feeds have grown: one statement for the whole process. This is what lets two processes on
 * one database notice each other without any messenger, and what makes up for a message that was lost.
 */
@Injectable()
export class FeedWatch implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #ended = new AbortController();
  #positions = new Map<string, number>();

  constructor(
    private readonly database: Database,
    private readonly news: FeedNews,
  ) {}

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
      // While the database is away nothing can have been written; requests say so themselves.
      if (!signal.aborted) await this.#look().catch(() => undefined);
    }
  }

  async #look(): Promise<void> {
    const awaited = this.news.awaited();
    const rows = awaited.length === 0 ? [] : await this.#positionsOf(awaited);
    const before = this.#positions;
    this.#positions = new Map(rows.map(({ locationId, lastPosition }) => [locationId, lastPosition]));
    for (const { locationId, lastPosition } of rows) {
      if (lastPosition > (before.get(locationId) ?? 0)) this.news.hear(locationId);
    }
  }

  #positionsOf(locationIds: string[]): Promise<FeedEntity[]> {
    return this.database.reader.findBy(FeedEntity, { locationId: In(locationIds) });
  }
}
