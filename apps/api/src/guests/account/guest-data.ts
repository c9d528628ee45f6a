import { Injectable } from '@nestjs/common';
import type { GuestExportView } from '@comanda/shared';
import { OrderForgetting, OrderReading } from '../../orders/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Transactions } from '../../platform/database/index.js';
import type { Tx } from '../../platform/database/index.js';
import { DomainError } from '../../platform/http/index.js';
import { Outbox } from '../../platform/mail/index.js';
import { GuestAddressEntity } from '../addresses/guest-address.entity.js';
import { GuestAddresses } from '../addresses/guest-addresses.js';
import { isUnderWay } from '../domain/under-way.js';
import { EmailChangeEntity } from '../email/email-change.entity.js';
import { GuestSessionEntity } from '../login/guest-session.entity.js';
import { GuestSessions } from '../login/guest-sessions.js';
import { LoginLinkEntity } from '../login/login-link.entity.js';
import { KeptOrders } from '../orders/kept-orders.js';
import { PasskeyChallengeEntity } from '../passkeys/passkey-challenge.entity.js';
import { PasskeyEntity } from '../passkeys/passkey.entity.js';
import { Passkeys } from '../passkeys/passkeys.js';
import { GuestAccountEntity } from './guest-account.entity.js';
import { GuestAccounts, lockAccount } from './guest-accounts.js';

/** A guest's right to have all of it (GDPR, articles 15 and 20) and to have it forgotten (article 17). */
@Injectable()
export class GuestData {
  constructor(
    private readonly accounts: GuestAccounts,
    private readonly addresses: GuestAddresses,
    private readonly passkeys: Passkeys,
    private readonly sessions: GuestSessions,
    private readonly kept: KeptOrders,
    private readonly orders: OrderReading,
    private readonly forgetting: OrderForgetting,
    private readonly outbox: Outbox,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async export(guestId: string): Promise<GuestExportView> {
    return {
      exportedAt: new Date(this.clock.now()).toISOString(),
      account: await this.accounts.view(guestId),
      addresses: await this.addresses.list(guestId),
      passkeys: await this.passkeys.list(guestId),
      sessions: await this.sessions.list(guestId),
      orders: await this.kept.export(guestId),
    };
  }

  /** Throws `order_under_way` while a restaurant still needs to know whose an order is. */
  async erase(guestId: string): Promise<void> {
    await this.#requireNothingUnderWay(guestId);
    await this.transactions.run(async (tx) => {
      const { email } = await lockAccount(tx, guestId);
      const orderIds = await this.kept.idsOf(guestId, tx.manager);
      await this.forgetting.forget(tx, orderIds, 'guest');
      await this.kept.forget(tx, orderIds);
      const changes = await tx.manager.findBy(EmailChangeEntity, { guestId });
      for (const mailbox of [email, ...changes.map((change) => change.email)]) await this.outbox.forget(tx, mailbox);
      await forgetOwn(tx, guestId, email);
    });
  }

  async #requireNothingUnderWay(guestId: string): Promise<void> {
    const own = await this.orders.whole(await this.kept.idsOf(guestId));
    const now = this.clock.now();
    if (!own.some(({ order }) => isUnderWay(order, now))) return;
    throw new DomainError('order_under_way', 'An order of yours is under way. Delete your data when you have it.');
  }
}

async function forgetOwn({ manager }: Tx, guestId: string, email: string): Promise<void> {
  for (const entity of [
    GuestAddressEntity,
    EmailChangeEntity,
    PasskeyEntity,
    PasskeyChallengeEntity,
    GuestSessionEntity,
  ]) {
    await manager.delete(entity, { guestId });
  }
  await manager.delete(LoginLinkEntity, { email });
  await manager.delete(GuestAccountEntity, { id: guestId });
}
