import { Injectable } from '@nestjs/common';
import type { ChangeStaffRequest, CreateStaffRequest, StaffView } from '@comanda/shared';
import { Clock, newId } from '../platform/clock/index.js';
import { Database, databaseFault, Transactions } from '../platform/database/index.js';
import type { Tx } from '../platform/database/index.js';
import { DomainError } from '../platform/http/index.js';
import { hashPassword } from './password.js';
import { StaffAccountEntity } from './staff-account.entity.js';
import { StaffSessionEntity } from './staff-session.entity.js';

export type StaffAccount = StaffAccountEntity;

/** The people who work at a location. */
@Injectable()
export class StaffAccounts {
  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async list(locationId: string): Promise<StaffView[]> {
    const rows = await this.database.reader.find(StaffAccountEntity, { where: { locationId }, order: { id: 'ASC' } });
    return rows.map(toStaffView);
  }

  /** Whether anybody can log in who may open the doors to others. */
  async hasAdmin(): Promise<boolean> {
    return this.database.reader.existsBy(StaffAccountEntity, { role: 'admin', active: true });
  }

  /** Throws `already_exists` for a known e-mail. */
  async create(locationId: string, request: CreateStaffRequest): Promise<StaffView> {
    const account = await this.prepare(locationId, request);
    try {
      await this.transactions.run((tx) => this.add(tx, account));
    } catch (error) {
      if (databaseFault(error) !== 'duplicate') throw error;
      const detail = 'Somebody has this e-mail already. Choose another one.';
      throw new DomainError('already_exists', detail, [{ pointer: '/email', code: 'already_exists', detail }]);
    }
    return toStaffView(account);
  }

  /** An account that is not stored yet. */
  async prepare(locationId: string, request: CreateStaffRequest): Promise<StaffAccount> {
    return Object.assign(new StaffAccountEntity(), {
      id: newId(),
      locationId,
      name: request.name,
      email: request.email.trim().toLowerCase(),
      role: request.role,
      passwordHash: await hashPassword(request.password),
      active: true,
      createdAt: this.clock.now(),
    });
  }

  async add(tx: Tx, account: StaffAccount): Promise<void> {
    await tx.manager.insert(StaffAccountEntity, account);
  }

  readonly toView = toStaffView;

  /** Changes an account; a new password and switching off end its sessions. */
  async change(locationId: string, id: string, request: ChangeStaffRequest): Promise<StaffView> {
    const passwordHash = request.password === undefined ? undefined : await hashPassword(request.password);
    return this.transactions.run(async (tx) => {
      const staff = await lockStaff(tx, locationId);
      const account = staff.find((each) => each.id === id);
      if (!account) throw new DomainError('not_found', 'There is no such account.');
      account.name = request.name ?? account.name;
      account.role = request.role ?? account.role;
      account.active = request.active ?? account.active;
      account.passwordHash = passwordHash ?? account.passwordHash;
      if (!staff.some(({ role, active }) => role === 'admin' && active)) {
        throw new DomainError('in_use', 'The last admin must stay. Make somebody else an admin first.');
      }
      await tx.manager.save(account);
      if (passwordHash !== undefined || !account.active) {
        await tx.manager.delete(StaffSessionEntity, { accountId: id });
      }
      return toStaffView(account);
    });
  }
}

/** All of them, so that two admins cannot switch each other off at once. */
async function lockStaff(tx: Tx, locationId: string): Promise<StaffAccountEntity[]> {
  const query = tx.manager
    .createQueryBuilder(StaffAccountEntity, 'staff')
    .where('staff.locationId = :locationId', { locationId })
    .orderBy('staff.id');
  return tx.locking(query).getMany();
}

function toStaffView({ id, name, email, role, active }: StaffAccountEntity): StaffView {
  return { id, name, email, role, active };
}
