import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { PairingCodeView } from '@comanda/shared';
import { LessThanOrEqual } from 'typeorm';
import { Clock, newToken } from '../../platform/clock/index.js';
import { databaseFault, Transactions } from '../../platform/database/index.js';
import type { Tx } from '../../platform/database/index.js';
import { secretHash } from '../../platform/http/index.js';
import { PairingCodeEntity } from './pairing-code.entity.js';

/** Long enough to walk from the kitchen to the office. */
const CODE_MS = 10 * 60_000;
const ATTEMPTS = 5;

/** The codes that screens show and that the office types in. */
@Injectable()
export class PairingCodes {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** A new code, good for ten minutes and one screen, with the secret by which this screen is known afterwards. */
  async give(): Promise<{ readonly secret: string; readonly view: PairingCodeView }> {
    const secret = newToken() + newToken();
    for (let attempt = 1; ; attempt++) {
      const code = String(randomInt(1_000_000)).padStart(6, '0');
      const now = this.clock.now();
      const expiresAt = now + CODE_MS;
      const row = { codeHash: secretHash(code), secretHash: secretHash(secret), expiresAt };
      try {
        await this.transactions.run(async (tx) => {
          await tx.manager.delete(PairingCodeEntity, { expiresAt: LessThanOrEqual(now) });
          await tx.manager.insert(PairingCodeEntity, row);
        });
        return { secret, view: { code, expiresAt: new Date(expiresAt).toISOString(), goodForSeconds: CODE_MS / 1000 } };
      } catch (error) {
        if (databaseFault(error) !== 'duplicate' || attempt === ATTEMPTS) throw error;
      }
    }
  }

  /** Uses a code up: the hash of the secret that its screen has. Null for one that is wrong, used or too old. */
  async use(tx: Tx, code: string): Promise<string | null> {
    const query = tx.manager
      .createQueryBuilder(PairingCodeEntity, 'code')
      .where('code.codeHash = :hash AND code.expiresAt > :now', { hash: secretHash(code), now: this.clock.now() });
    const found = await tx.locking(query).getOne();
    if (!found) return null;
    await tx.manager.delete(PairingCodeEntity, { codeHash: found.codeHash });
    return found.secretHash;
  }
}
