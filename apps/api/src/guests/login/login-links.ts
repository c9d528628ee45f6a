import { Injectable } from '@nestjs/common';
import type { AskLoginLinkRequest, LoginLinkView } from '@comanda/shared';
import { LocationDirectory } from '../../locations/index.js';
import { Clock, newToken } from '../../platform/clock/index.js';
import { databaseFault, FOR_UPDATE, Transactions } from '../../platform/database/index.js';
import type { Tx } from '../../platform/database/index.js';
import { DomainError, secretHash } from '../../platform/http/index.js';
import { Mail } from '../../platform/mail/index.js';
import { GuestAccounts } from '../account/guest-accounts.js';
import { LINK_LIFE_MS } from '../domain/login-link.js';
import { KeptOrders } from '../orders/kept-orders.js';
import { requireGoodLink } from './good-link.js';
import { GuestSessions } from './guest-sessions.js';
import type { OpenedSession } from './guest-sessions.js';
import { loginLetter } from './login-letter.js';
import { LoginLinkEntity } from './login-link.entity.js';

/**
 * Log-in by a link in a mail: who reads the mailbox is who it says. Known and unknown addresses are treated alike, as the
 * first log-in makes the account.
 */
@Injectable()
export class LoginLinks {
  constructor(
    private readonly transactions: Transactions,
    private readonly accounts: GuestAccounts,
    private readonly sessions: GuestSessions,
    private readonly orders: KeptOrders,
    private readonly locations: LocationDirectory,
    private readonly mail: Mail,
    private readonly clock: Clock,
  ) {}

  /** Writes a letter with a link to `origin`. Throws `mail_off`, and `service_unavailable` when it cannot be sent. */
  async send({ email, language = 'en', keepOrder }: AskLoginLinkRequest, origin: string): Promise<LoginLinkView> {
    if (!this.mail.works) {
      const detail = 'This house does not send mail. Order without an account, or log in with a passkey.';
      throw new DomainError('mail_off', detail);
    }
    const token = newToken();
    const expiresAt = this.clock.now() + LINK_LIFE_MS;
    const link = {
      tokenHash: secretHash(token),
      email,
      language,
      keepOrder: keepOrder ?? null,
      expiresAt,
      usedAt: null,
    };
    await this.transactions.run((tx) => tx.manager.insert(LoginLinkEntity, link));
    const site = (await this.locations.first())?.name ?? 'Comanda';
    await this.mail.send(loginLetter({ to: email, language, origin, token, site }));
    return { expiresAt: new Date(expiresAt).toISOString(), goodForSeconds: LINK_LIFE_MS / 1000 };
  }

  /** Logs in, once. Throws `not_found`, `login_link_used` and `login_link_expired`. */
  async redeem(token: string): Promise<OpenedSession> {
    try {
      return await this.#redeem(token);
    } catch (error) {
      // Two links for a new address at once: the other one made the account.
      if (databaseFault(error) === 'duplicate') return this.#redeem(token);
      throw error;
    }
  }

  #redeem(token: string): Promise<OpenedSession> {
    return this.transactions.run(async (tx) => {
      const link = await this.#lock(tx, token);
      await tx.manager.update(LoginLinkEntity, { tokenHash: link.tokenHash }, { usedAt: this.clock.now() });
      const account = await this.accounts.openFor(tx, link.email, link.language);
      if (link.keepOrder !== null) await this.orders.keepIfFree(tx, account.id, link.keepOrder);
      return this.sessions.open(tx, account);
    });
  }

  async #lock(tx: Tx, token: string): Promise<LoginLinkEntity> {
    const table = tx.table(LoginLinkEntity);
    const [[row] = []] = await tx.send([table.select(`tokenHash = ?${FOR_UPDATE}`, [secretHash(token)])]);
    return requireGoodLink(row && table.read(row), this.clock.now());
  }
}
