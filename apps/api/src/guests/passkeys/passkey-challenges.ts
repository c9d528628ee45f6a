import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { FOR_UPDATE, Transactions } from '../../platform/database/index.js';
import { PasskeyChallengeEntity } from './passkey-challenge.entity.js';

/** Somebody has to find the phone and lay a finger on it. */
export const CHALLENGE_LIFE_MS = 5 * 60_000;

/** Random bytes that an authenticator signs, each once. */
@Injectable()
export class PasskeyChallenges {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** For a guest who makes a passkey, or for whoever logs in. */
  async give(guestId: string | null): Promise<string> {
    const challenge = randomBytes(32).toString('base64url');
    const expiresAt = this.clock.now() + CHALLENGE_LIFE_MS;
    await this.transactions.run((tx) => tx.manager.insert(PasskeyChallengeEntity, { challenge, guestId, expiresAt }));
    return challenge;
  }

  /** The challenge that was signed, used up from now on; null when it is not one of ours, is too old or was for another. */
  async take(clientDataJSON: string, guestId: string | null): Promise<string | null> {
    const challenge = challengeIn(clientDataJSON);
    if (challenge === null) return null;
    return this.transactions.run(async (tx) => {
      const table = tx.table(PasskeyChallengeEntity);
      const [[row] = []] = await tx.send([table.select(`challenge = ?${FOR_UPDATE}`, [challenge])]);
      if (!row) return null;
      const given = table.read(row);
      await tx.manager.delete(PasskeyChallengeEntity, { challenge });
      return given.guestId === guestId && given.expiresAt > this.clock.now() ? challenge : null;
    });
  }
}

function challengeIn(clientDataJSON: string): string | null {
  try {
    const told = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString('utf8')) as unknown;
    const challenge = typeof told === 'object' && told !== null && 'challenge' in told ? told.challenge : undefined;
    return typeof challenge === 'string' && /^[\w-]{43}$/.test(challenge) ? challenge : null;
  } catch {
    return null;
  }
}
