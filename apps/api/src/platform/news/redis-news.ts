import { randomUUID } from 'node:crypto';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { OnApplicationShutdown, OnModuleInit } from '@nestjs/common';
import { createClient } from '@redis/client';
import { FeedNews } from '../events/index.js';

export const REDIS_URL = Symbol('REDIS_URL');

const CHANNEL = 'comanda:feeds';
/** Redis comes back in seconds or not at all; asking more often helps nobody. */
const LONGEST_PAUSE_MS = 2000;
const CONNECT_MS = 2000;
/** A Redis that hangs looks like one with nothing to say, so it is asked. */
const PING_MS = 2000;
const SILENT_MS = 6000;
/** What waits for a Redis that hangs; beyond that news is dropped. */
const MOST_WAITING = 1000;

type Client = ReturnType<typeof createClient>;

/**
 * Passes on through Redis which feed has grown, so that other processes look at once and not at their next turn. A
 * message that is lost, or Redis itself, loses nothing but time.
 */
@Injectable()
export class RedisNews implements OnModuleInit, OnApplicationShutdown {
  readonly #logger = new Logger('news');
  readonly #self = randomUUID();
  readonly #sender: Client;
  readonly #receiver: Client;
  #away = false;

  constructor(
    @Inject(REDIS_URL) url: string,
    private readonly news: FeedNews,
  ) {
    const reconnectStrategy = (attempt: number): number => Math.min(100 * 2 ** attempt, LONGEST_PAUSE_MS);
    const socket = { connectTimeout: CONNECT_MS, socketTimeout: SILENT_MS, reconnectStrategy };
    const signsOfLife = { pingInterval: PING_MS, commandsQueueMaxLength: MOST_WAITING };
    // News that waits for Redis to come back would be older than the look that makes up for it.
    this.#sender = createClient({ url, socket, ...signsOfLife, disableOfflineQueue: true });
    this.#receiver = this.#sender.duplicate({ disableOfflineQueue: false });
  }

  /** Does not wait: the product works without Redis. */
  onModuleInit(): void {
    for (const client of [this.#sender, this.#receiver]) {
      client.on('error', (error: Error) => this.#tellAway(error)).on('ready', () => this.#tellBack());
      void client.connect().catch(() => undefined);
    }
    void this.#receiver.subscribe(CHANNEL, (message) => this.#hear(message)).catch(() => undefined);
    this.news.passOn((locationId) => this.#send(locationId));
  }

  onApplicationShutdown(): void {
    for (const client of [this.#sender, this.#receiver]) client.destroy();
  }

  #send(locationId: string): void {
    void this.#sender.publish(CHANNEL, `${this.#self} ${locationId}`).catch(() => undefined);
  }

  #hear(message: string): void {
    const [from, locationId] = message.split(' ');
    if (from !== this.#self && locationId) this.news.hear(locationId);
  }

  #tellAway(error: Error): void {
    if (this.#away) return;
    this.#away = true;
    this.#logger.warn(`Redis is away (${error.message}); processes notice each other's news within a second.`);
  }

  #tellBack(): void {
    if (!this.#away) return;
    this.#away = false;
    this.#logger.warn('Redis is back.');
  }
}
