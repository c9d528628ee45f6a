import { Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { Clock, Rounds } from '../../clock/index.js';
import { Transactions } from '../../database/index.js';
import { IdempotencyKeyRepository } from './idempotency-key.repository.js';

const KEPT_MS = 30 * 86_400_000;
const EVERY_MS = 3_600_000;

/** Forgets idempotency keys after thirty days. */
@Injectable()
export class IdempotencySweeper implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #rounds = new Rounds({
    name: 'idempotency',
    everyMs: EVERY_MS,
    missed: 'Old idempotency keys were not deleted; the next try is in an hour.',
  });

  constructor(
    private readonly transactions: Transactions,
    private readonly keys: IdempotencyKeyRepository,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.#rounds.begin(() => this.sweep());
  }

  onApplicationShutdown(): void {
    this.#rounds.end();
  }

  /** Deletes what is too old, a little at a time so that no order waits for it. */
  async sweep(): Promise<void> {
    const before = this.clock.now() - KEPT_MS;
    while (await this.transactions.run((tx) => this.keys.sweep(tx, before)));
  }
}
