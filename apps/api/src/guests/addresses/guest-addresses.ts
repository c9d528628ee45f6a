import { Injectable } from '@nestjs/common';
import type { GuestAddressRequest, GuestAddressView } from '@comanda/shared';
import { GUEST_LIMITS } from '@comanda/shared';
import type { EntityManager } from 'typeorm';
import { newId } from '../../platform/clock/index.js';
import { Database, Transactions } from '../../platform/database/index.js';
import type { Tx } from '../../platform/database/index.js';
import { DomainError } from '../../platform/http/index.js';
import { lockAccount } from '../account/guest-accounts.js';
import { withOneDefault } from '../domain/default-address.js';
import { GuestAddressEntity } from './guest-address.entity.js';

/** Where a guest has food brought. One address is the default as long as there is any. */
@Injectable()
export class GuestAddresses {
  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
  ) {}

  /** In the order in which they were added. */
  async list(guestId: string, manager: EntityManager = this.database.reader): Promise<GuestAddressView[]> {
    return (await listRows(manager, guestId)).map(toGuestAddressView);
  }

  /** Throws `invalid_request` when there are too many. */
  async add(guestId: string, request: GuestAddressRequest): Promise<GuestAddressView> {
    return this.#change(guestId, (rows) => {
      if (rows.length >= GUEST_LIMITS.addresses) {
        const detail = `An account keeps ${String(GUEST_LIMITS.addresses)} addresses. Delete one first.`;
        throw new DomainError('invalid_request', detail, [
          { pointer: '', code: 'too_many', detail, limit: GUEST_LIMITS.addresses },
        ]);
      }
      const address = Object.assign(new GuestAddressEntity(), { id: newId(), guestId, isDefault: false });
      rows.push(Object.assign(address, written(request)));
      return address;
    });
  }

  /** Throws `not_found`. */
  async change(guestId: string, id: string, request: GuestAddressRequest): Promise<GuestAddressView> {
    return this.#change(guestId, (rows) => Object.assign(find(rows, id), written(request)));
  }

  /** Throws `not_found`. */
  async remove(guestId: string, id: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      await lockAccount(tx, guestId);
      const rows = await listRows(tx.manager, guestId);
      const gone = find(rows, id);
      await tx.manager.delete(GuestAddressEntity, { id });
      await this.#settle(tx, withOneDefault(rows.filter((row) => row !== gone)));
    });
  }

  async #change(
    guestId: string,
    change: (rows: GuestAddressEntity[]) => GuestAddressEntity,
  ): Promise<GuestAddressView> {
    return this.transactions.run(async (tx) => {
      await lockAccount(tx, guestId);
      const rows = await listRows(tx.manager, guestId);
      const changed = change(rows);
      await this.#settle(tx, withOneDefault(rows, changed.isDefault ? changed : undefined));
      return toGuestAddressView(changed);
    });
  }

  async #settle(tx: Tx, rows: readonly GuestAddressEntity[]): Promise<void> {
    await tx.manager.save([...rows]);
  }
}

function listRows(manager: EntityManager, guestId: string): Promise<GuestAddressEntity[]> {
  return manager.find(GuestAddressEntity, { where: { guestId }, order: { id: 'ASC' } });
}

function find(rows: readonly GuestAddressEntity[], id: string): GuestAddressEntity {
  const row = rows.find((each) => each.id === id);
  if (!row) throw new DomainError('not_found', 'There is no such address in your account.');
  return row;
}

function written({ label = '', address, isDefault }: GuestAddressRequest) {
  return {
    label: label.trim() === '' ? null : label.trim(),
    address: { ...address },
    ...(isDefault === undefined ? {} : { isDefault }),
  };
}

function toGuestAddressView({ id, label, address, isDefault }: GuestAddressEntity): GuestAddressView {
  return { id, ...(label === null ? {} : { label }), address, isDefault };
}
