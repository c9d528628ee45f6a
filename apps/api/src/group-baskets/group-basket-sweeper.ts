import { Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { Clock, Rounds } from '../platform/clock/index.js';
import { Transactions } from '../platform/database/index.js';
import { GroupBasketRepository } from './group-basket.repository.js';

/** So long a link says what became of its basket. */
const KEPT_MS = 86_400_000;
const EVERY_MS = 3_600_000;

/** Forgets baskets, and the names in them, a day after their end. */
@Injectable()
export class GroupBasketSweeper implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #rounds = new Rounds({
    name: 'group-baskets',
    everyMs: EVERY_MS,
    missed: 'Old group baskets were not deleted; the next try is in an hour.',
  });

  constructor(
    private readonly transactions: Transactions,
    private readonly repository: GroupBasketRepository,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.#rounds.begin(() => this.sweep());
  }

  onApplicationShutdown(): void {
    this.#rounds.end();
  }

  async sweep(): Promise<void> {
    const before = this.clock.now() - KEPT_MS;
    while (await this.transactions.run((tx) => this.repository.sweep(tx, before)));
  }
}
