import { Injectable } from '@nestjs/common';
import type { CloseSittingRequest, SettleSittingRequest } from '@comanda/shared';
import { LocationDirectory } from '../locations/index.js';
import type { DiningTable } from '../locations/index.js';
import { OrderCommands, OrderMoving, OrderReading } from '../orders/index.js';
import type { Tx } from '../platform/database/index.js';
import { DomainError } from '../platform/http/index.js';
import type { Staff } from '../platform/http/index.js';
import { LockedSeats, requireOpen, Seating, SittingBook, TableCalls } from '../seating/index.js';
import type { Sitting } from '../seating/index.js';
import { amountsOf } from './floor.view.js';

/** A sitting, by whom it is changed, and at which version it was seen. */
export interface SittingTarget {
  readonly id: string;
  readonly staff: Staff;
  readonly version?: number;
}

/** What waiters do with a whole table. Whoever holds the sitting's lock is alone with it: no round comes in meanwhile. */
@Injectable()
export class SittingCommands {
  constructor(
    private readonly book: SittingBook,
    private readonly seating: Seating,
    private readonly calls: TableCalls,
    private readonly moving: OrderMoving,
    private readonly reading: OrderReading,
    private readonly orders: OrderCommands,
    private readonly locations: LocationDirectory,
  ) {}

  /** Guests sit down; where somebody sits already, that sitting is answered. Throws `not_found`. */
  async seat(tx: Tx, tableId: string, staff: Staff): Promise<string> {
    const table = await this.#table(tx, tableId, staff);
    return (await this.seating.sit(tx, { table, actor: staff.name, lastRoundAt: this.reading.lastRoundAt })).id;
  }

  /** The guests take another table that is free; throws `in_use` when it is not. */
  async transfer(tx: Tx, target: SittingTarget, tableId: string): Promise<void> {
    const sitting = await this.#lock(tx, target);
    if (sitting.openTableId === tableId) return;
    this.#requireAsSeen(sitting, target);
    const table = await this.#table(tx, tableId, target.staff);
    await this.#requireFree(tx, table);
    const from = { id: sitting.tableId, name: sitting.tableName };
    Object.assign(sitting, { tableId, tableName: table.name, openTableId: tableId });
    const actor = target.staff.name;
    await this.moving.moveAll(tx, sitting.id, { sittingId: sitting.id, table, actor });
    this.book.record(tx, sitting, { type: 'sitting.moved', actor, data: { from } });
    this.book.save(tx, sitting);
  }

  /** Both parties are one from now on, at the table of the other; this sitting ends and its table is free. */
  async merge(tx: Tx, target: SittingTarget, intoId: string): Promise<void> {
    const { sitting, into } = await this.#lockBoth(tx, target, intoId);
    if (sitting.mergedIntoId === intoId) return;
    this.#requireAsSeen(sitting, target);
    requireOpen(into);
    const actor = target.staff.name;
    const table = { id: into.tableId, name: into.tableName };
    await this.moving.moveAll(tx, sitting.id, { sittingId: into.id, table, actor });
    await this.calls.moveTo(tx, sitting, { into, actor });
    sitting.mergedIntoId = into.id;
    this.book.end(sitting);
    for (const each of [sitting, into]) {
      const data = { fromId: sitting.id, intoId: into.id };
      this.book.record(tx, each, { type: 'sitting.merged', actor, data });
      this.book.save(tx, each);
    }
  }

  /** Notes what is owed for all rounds as paid; throws `price_changed` when it is not what the guests were told. */
  async settle(tx: Tx, target: SittingTarget, { method, amountMinor }: SettleSittingRequest): Promise<void> {
    const sitting = await this.#lock(tx, target);
    const rounds = await this.#rounds(tx, sitting);
    const { dueMinor } = amountsOf(rounds);
    if (dueMinor !== amountMinor) {
      const detail = 'Something else is owed by now. Look at the new amount and ask for it.';
      throw new DomainError('price_changed', detail, [
        { pointer: '/amountMinor', code: 'price_changed', detail, limit: dueMinor, actual: amountMinor },
      ]);
    }
    for (const round of rounds) {
      const owed = amountsOf([round]).dueMinor;
      if (owed > 0) await this.orders.pay(tx, { id: round.id, staff: target.staff }, { method, amountMinor: owed });
    }
  }

  /** The guests have left. While money is owed it takes a reason. */
  async close(tx: Tx, target: SittingTarget, { reason }: CloseSittingRequest): Promise<void> {
    const { id, staff } = target;
    const sitting = await this.book.lock(tx, id, { locationId: staff.locationId });
    if (sitting.closedAt !== null) return;
    this.#requireAsSeen(sitting, target);
    const { dueMinor } = amountsOf(await this.#rounds(tx, sitting));
    if (dueMinor > 0 && reason === undefined) {
      const detail = `${String(dueMinor)} is still owed. Take the payment, or say why the guests left without it.`;
      throw new DomainError('invalid_transition', detail, [
        { pointer: '/reason', code: 'unpaid', detail, actual: dueMinor },
      ]);
    }
    await this.calls.answerAll(tx, sitting, staff.name);
    this.book.end(sitting);
    const data = { dueMinor, ...(reason === undefined ? {} : { reason }) };
    this.book.record(tx, sitting, { type: 'sitting.closed', actor: staff.name, data });
    this.book.save(tx, sitting);
  }

  async #lock(tx: Tx, { id, staff }: SittingTarget): Promise<Sitting> {
    const sitting = await this.book.lock(tx, id, { locationId: staff.locationId });
    requireOpen(sitting);
    return sitting;
  }

  /** In the order of their ids, whichever goes into which. */
  async #lockBoth(tx: Tx, { id, staff }: SittingTarget, intoId: string) {
    if (id === intoId) {
      const detail = 'A table cannot be merged with itself. Choose another one.';
      throw new DomainError('invalid_request', detail, [{ pointer: '/intoId', code: 'same', detail, actual: intoId }]);
    }
    const [first = '', second = ''] = [id, intoId].sort();
    const locked = [
      await this.book.lock(tx, first, { locationId: staff.locationId }),
      await this.book.lock(tx, second, { locationId: staff.locationId }),
    ] as const;
    const [sitting, into] = first === id ? locked : ([locked[1], locked[0]] as const);
    if (sitting.mergedIntoId !== intoId) requireOpen(sitting);
    return { sitting, into };
  }

  #requireAsSeen(sitting: Sitting, { version }: SittingTarget): void {
    if (version === undefined || version === sitting.version) return;
    throw new DomainError('version_mismatch', 'The table has changed meanwhile. Load it again.');
  }

  async #rounds(tx: Tx, { id, locationId }: Sitting) {
    return (await this.reading.rounds(locationId, [id], tx.manager)).map(({ order }) => order);
  }

  async #table(tx: Tx, tableId: string, { locationId }: Staff): Promise<DiningTable> {
    const table = (await this.locations.tables(locationId, tx.manager)).find(({ id }) => id === tableId);
    if (!table) throw new DomainError('not_found', 'There is no such table.');
    return table;
  }

  async #requireFree(tx: Tx, { id, name }: DiningTable): Promise<void> {
    const seats = new LockedSeats();
    const [rows = []] = await tx.send([this.seating.lock(tx, [id])]);
    this.seating.opened(tx, seats, [id], rows);
    if (!seats.at.get(id)) return;
    throw new DomainError('in_use', `Somebody sits at table ${name}. Merge the two, or choose a free one.`);
  }
}
