import { Injectable } from '@nestjs/common';
import type { ChangeGuestRequest, GuestAccountView, LanguageTag } from '@comanda/shared';
import type { EntityManager } from 'typeorm';
import { Clock, newId } from '../../platform/clock/index.js';
import { Database, Transactions } from '../../platform/database/index.js';
import type { Tx } from '../../platform/database/index.js';
import { DomainError } from '../../platform/http/index.js';
import { GuestAccountEntity } from './guest-account.entity.js';
import { toGuestAccountView } from './guest-account.view.js';

/** Who the guests with an account are, and what they say of themselves. */
@Injectable()
export class GuestAccounts {
  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Throws `unauthenticated` when the account has just been erased. In a transaction pass its manager. */
  async get(id: string, manager: EntityManager = this.database.reader): Promise<GuestAccountEntity> {
    const account = await manager.findOneBy(GuestAccountEntity, { id });
    if (!account) throw new DomainError('unauthenticated', 'This account is no more.');
    return account;
  }

  async view(id: string): Promise<GuestAccountView> {
    return toGuestAccountView(await this.get(id));
  }

  /** The account of a proven address; the first log-in makes it. A rival may be quicker: then `duplicate` is thrown. */
  async openFor(tx: Tx, email: string, language: LanguageTag): Promise<GuestAccountEntity> {
    const known = await tx.manager.findOneBy(GuestAccountEntity, { email });
    if (known) return known;
    const now = this.clock.now();
    const account = Object.assign(new GuestAccountEntity(), {
      id: newId(),
      email,
      name: null,
      phone: null,
      language,
      diets: [],
      without: [],
      createdAt: now,
    });
    await tx.manager.insert(GuestAccountEntity, account);
    return account;
  }

  /** What is absent stays, null removes. */
  async change(id: string, request: ChangeGuestRequest): Promise<GuestAccountView> {
    return this.transactions.run(async (tx) => {
      const account = await lockAccount(tx, id);
      if (request.name !== undefined) account.name = textOrNull(request.name);
      if (request.phone !== undefined) account.phone = textOrNull(request.phone);
      account.language = request.language ?? account.language;
      account.diets = [...(request.diets ?? account.diets)];
      account.without = [...(request.without ?? account.without)];
      await tx.manager.save(account);
      return toGuestAccountView(account);
    });
  }
}

/** Throws `unauthenticated`. Whatever belongs to an account is changed under this lock. */
export async function lockAccount(tx: Tx, id: string): Promise<GuestAccountEntity> {
  const query = tx.manager.createQueryBuilder(GuestAccountEntity, 'guest').where('guest.id = :id', { id });
  const account = await tx.locking(query).getOne();
  if (!account) throw new DomainError('unauthenticated', 'This account is no more.');
  return account;
}

function textOrNull(text: string | null): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}
