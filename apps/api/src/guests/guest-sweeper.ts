import { Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { Clock, Rounds } from '../platform/clock/index.js';
import { Transactions } from '../platform/database/index.js';
import { EmailChangeEntity } from './email/email-change.entity.js';
import { GuestSessionEntity } from './login/guest-session.entity.js';
import { LoginLinkEntity } from './login/login-link.entity.js';
import { PasskeyChallengeEntity } from './passkeys/passkey-challenge.entity.js';

const EVERY_MS = 3_600_000;

/** Forgets links, challenges and sessions that have expired. */
@Injectable()
export class GuestSweeper implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #rounds = new Rounds({
    name: 'guests',
    everyMs: EVERY_MS,
    missed: 'Expired log-ins were not deleted; the next try is in an hour.',
  });

  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.#rounds.begin(() => this.sweep());
  }

  onApplicationShutdown(): void {
    this.#rounds.end();
  }

  async sweep(): Promise<void> {
    const expiresAt = LessThan(this.clock.now());
    for (const entity of [EmailChangeEntity, LoginLinkEntity, PasskeyChallengeEntity, GuestSessionEntity]) {
      await this.transactions.run(({ manager }) => manager.delete(entity, { expiresAt }));
    }
  }
}
