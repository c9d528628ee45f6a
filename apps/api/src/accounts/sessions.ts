import { Injectable } from '@nestjs/common';
import { Clock, newToken } from '../platform/clock/index.js';
import { AskedTogether, Database, sendTogether, Transactions } from '../platform/database/index.js';
import { DomainError, newSession, secretHash } from '../platform/http/index.js';
import type { Staff } from '../platform/http/index.js';
import { KitchenDevices } from './devices/kitchen-devices.js';
import { hashPassword, isPassword } from './password.js';
import { StaffAccountEntity } from './staff-account.entity.js';
import { StaffSessionEntity } from './staff-session.entity.js';

/** A kitchen's tablet must not log itself out in the middle of an evening. */
const SESSION_MS = 14 * 86_400_000;

export interface Session {
  /** Without an e-mail it is a screen. */
  readonly staff: Staff & { readonly email?: string };
  readonly csrfToken: string;
  readonly expiresAt: number;
}

/** Of so many secrets as there are marks, and at an instant. */
const openSessions = (marks: string): string =>
  'SELECT a.id, a.name, a.role, a.locationId, a.email, s.secretHash, s.csrfToken, s.expiresAt ' +
  'FROM staff_sessions s JOIN staff_accounts a ON a.id = s.accountId ' +
  `WHERE s.secretHash IN (${marks}) AND s.expiresAt > ? AND a.active = 1`;

/** Logs staff in and out. The table holds only hashes of the secrets. */
@Injectable()
export class Sessions {
  #decoy: Promise<string> | undefined;
  readonly #open = new AskedTogether((hashes) => this.#findOpen(hashes));

  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly devices: KitchenDevices,
  ) {}

  /** Opens a session; throws `invalid_login`, in the same time whether or not the e-mail is known. */
  async logIn(email: string, password: string): Promise<{ readonly secret: string; readonly session: Session }> {
    const account = await this.database.reader.findOneBy(StaffAccountEntity, { email: email.trim().toLowerCase() });
    const right = await isPassword(password, account?.passwordHash ?? (await this.#decoyHash()));
    if (!account?.active || !right) throw new DomainError('invalid_login', 'The e-mail or the password is wrong.');
    const { secret, stored } = newSession(this.clock.now(), SESSION_MS);
    await this.transactions.run((tx) => tx.manager.insert(StaffSessionEntity, { ...stored, accountId: account.id }));
    const { csrfToken, expiresAt } = stored;
    return { secret, session: { staff: staffOf(account), csrfToken, expiresAt } };
  }

  /** The session that a cookie's secret opens; null when it has ended or the account is switched off. */
  async find(secret: string): Promise<Session | null> {
    return (await this.#open.find(secretHash(secret))) ?? this.devices.find(secret);
  }

  async #findOpen(hashes: readonly string[]): Promise<Map<string, Session>> {
    const statement = { sql: openSessions(hashes.map(() => '?').join(', ')), values: [...hashes, this.clock.now()] };
    const [rows = []] = await sendTogether(this.database.reader, [statement]);
    return new Map(
      rows.map((row) => [
        String(row['secretHash']),
        {
          staff: staffOf(row as unknown as Known),
          csrfToken: String(row['csrfToken']),
          expiresAt: Number(row['expiresAt']),
        },
      ]),
    );
  }

  async logOut(secret: string): Promise<void> {
    await this.devices.forget(secret);
    await this.transactions.run((tx) => tx.manager.delete(StaffSessionEntity, { secretHash: secretHash(secret) }));
  }

  #decoyHash(): Promise<string> {
    this.#decoy ??= hashPassword(newToken());
    return this.#decoy;
  }
}

type Known = Pick<StaffAccountEntity, 'id' | 'name' | 'role' | 'locationId' | 'email'>;

function staffOf({ id, name, role, locationId, email }: Known): Session['staff'] {
  return { kind: 'staff', id, name, role, locationId, email };
}
