import { Injectable } from '@nestjs/common';
import type { GuestSessionSpanView } from '@comanda/shared';
import { Clock } from '../../platform/clock/index.js';
import { Database, sendTogether, Transactions } from '../../platform/database/index.js';
import type { Tx } from '../../platform/database/index.js';
import { GuestSessionReader, newSession, secretHash } from '../../platform/http/index.js';
import type { GuestAccount } from '../../platform/http/index.js';
import { GuestSessionEntity } from './guest-session.entity.js';

/** A guest who orders every other month stays logged in. */
const SESSION_MS = 90 * 86_400_000;

const OPEN_SESSION =
  'SELECT a.id, a.email, s.csrfToken, s.expiresAt FROM guest_sessions s JOIN guest_accounts a ON a.id = s.guestId ' +
  'WHERE s.secretHash = ? AND s.expiresAt > ?';

export interface GuestSession {
  readonly guest: GuestAccount;
  readonly csrfToken: string;
  readonly expiresAt: number;
}

/** What a log-in ends in: the session, and the secret for its cookie. */
export interface OpenedSession extends GuestSession {
  readonly secret: string;
}

/** Guests' log-ins, apart from the staff's: another table, another cookie. */
@Injectable()
export class GuestSessions extends GuestSessionReader {
  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {
    super();
  }

  async open(tx: Tx, { id, email }: GuestAccount): Promise<OpenedSession> {
    const { secret, stored } = newSession(this.clock.now(), SESSION_MS);
    await tx.manager.insert(GuestSessionEntity, { ...stored, guestId: id });
    return { secret, guest: { id, email }, csrfToken: stored.csrfToken, expiresAt: stored.expiresAt };
  }

  async find(secret: string): Promise<GuestSession | null> {
    const values = [secretHash(secret), this.clock.now()];
    const [[row] = []] = await sendTogether(this.database.reader, [{ sql: OPEN_SESSION, values }]);
    if (!row) return null;
    const guest = { id: String(row['id']), email: String(row['email']) };
    return { guest, csrfToken: String(row['csrfToken']), expiresAt: Number(row['expiresAt']) };
  }

  async end(secret: string): Promise<void> {
    await this.transactions.run((tx) => tx.manager.delete(GuestSessionEntity, { secretHash: secretHash(secret) }));
  }

  async list(guestId: string): Promise<GuestSessionSpanView[]> {
    const rows = await this.database.reader.find(GuestSessionEntity, {
      where: { guestId },
      order: { createdAt: 'ASC', secretHash: 'ASC' },
    });
    return rows.map(({ createdAt, expiresAt }) => ({
      createdAt: new Date(createdAt).toISOString(),
      expiresAt: new Date(expiresAt).toISOString(),
    }));
  }
}
