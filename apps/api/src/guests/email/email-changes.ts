import { Injectable } from '@nestjs/common';
import type { EmailChangeView, GuestAccountView } from '@comanda/shared';
import { IsNull, MoreThan } from 'typeorm';
import { LocationDirectory } from '../../locations/index.js';
import { Clock, newToken } from '../../platform/clock/index.js';
import { Database, databaseFault, FOR_UPDATE, Transactions } from '../../platform/database/index.js';
import { DomainError, secretHash } from '../../platform/http/index.js';
import { Mail, Outbox } from '../../platform/mail/index.js';
import { lockAccount } from '../account/guest-accounts.js';
import { toGuestAccountView } from '../account/guest-account.view.js';
import { LINK_LIFE_MS } from '../domain/login-link.js';
import { requireGoodLink } from '../login/good-link.js';
import { EmailChangeEntity } from './email-change.entity.js';
import { confirmLetter, noticeLetter } from './email-letters.js';

/** Another address for an account, which counts once its mailbox has answered. */
@Injectable()
export class EmailChanges {
  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly locations: LocationDirectory,
    private readonly mail: Mail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** The one that waits, if any. */
  async list(guestId: string): Promise<EmailChangeView[]> {
    const waiting = { guestId, usedAt: IsNull(), expiresAt: MoreThan(this.clock.now()) };
    const rows = await this.database.reader.find(EmailChangeEntity, { where: waiting });
    return rows.map(toView);
  }

  /**
   * Writes a link to the new address, and before it a notice to the old one. Whether the new one has an account is not
   * looked at, so that there is nothing to find out. Throws `mail_off`, and `service_unavailable` when a letter cannot be sent.
   */
  async ask(guestId: string, email: string, origin: string): Promise<EmailChangeView> {
    if (!this.mail.works) throw new DomainError('mail_off', 'This house does not send mail. The address stays.');
    const token = newToken();
    const change = {
      tokenHash: secretHash(token),
      guestId,
      email,
      expiresAt: this.clock.now() + LINK_LIFE_MS,
      usedAt: null,
    };
    const account = await this.transactions.run(async (tx) => {
      const own = await lockAccount(tx, guestId);
      if (own.email === email) throw sameAddress(email);
      await tx.manager.delete(EmailChangeEntity, { guestId, usedAt: IsNull() });
      await tx.manager.insert(EmailChangeEntity, change);
      return own;
    });
    const site = (await this.locations.first())?.name ?? 'Comanda';
    const words = { language: account.language, origin, site };
    await this.mail.send(noticeLetter({ ...words, to: account.email }));
    await this.mail.send(confirmLetter({ ...words, to: email, token }));
    return toView(change);
  }

  async withdraw(guestId: string): Promise<void> {
    await this.transactions.run((tx) => tx.manager.delete(EmailChangeEntity, { guestId, usedAt: IsNull() }));
  }

  /** Once. Throws `not_found`, `login_link_used`, `login_link_expired`, and `already_exists` when somebody else has it. */
  async confirm(guestId: string, token: string): Promise<GuestAccountView> {
    try {
      return await this.#confirm(guestId, token);
    } catch (error) {
      if (databaseFault(error) !== 'duplicate') throw error;
      throw new DomainError('already_exists', 'This address has an account of its own. Delete that one first.');
    }
  }

  #confirm(guestId: string, token: string): Promise<GuestAccountView> {
    return this.transactions.run(async (tx) => {
      const account = await lockAccount(tx, guestId);
      const table = tx.table(EmailChangeEntity);
      const query = table.select(`tokenHash = ? AND guestId = ?${FOR_UPDATE}`, [secretHash(token), guestId]);
      const [[row] = []] = await tx.send([query]);
      const now = this.clock.now();
      const { tokenHash, email } = requireGoodLink(row && table.read(row), now);
      await tx.manager.update(EmailChangeEntity, { tokenHash }, { usedAt: now });
      await this.outbox.forget(tx, account.email);
      account.email = email;
      await tx.manager.save(account);
      return toGuestAccountView(account);
    });
  }
}

function toView({ email, expiresAt }: Pick<EmailChangeEntity, 'email' | 'expiresAt'>): EmailChangeView {
  return { email, expiresAt: new Date(expiresAt).toISOString() };
}

function sameAddress(email: string): DomainError {
  const detail = 'This is the address that the account has. Give another one.';
  return new DomainError('invalid_request', detail, [{ pointer: '/email', code: 'same', detail, actual: email }]);
}
