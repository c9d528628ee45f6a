import { Injectable } from '@nestjs/common';
import type { DiningTable } from '../locations/index.js';
import type { Row, Statement, Tx } from '../platform/database/index.js';
import { SittingBook } from './sitting-book.js';
import { SittingEntity } from './sitting.entity.js';
import type { Sitting } from './sitting.js';
import { SittingRepository } from './sitting.repository.js';

/** Who sits at which table, as far as a transaction has locked it. */
export class LockedSeats {
  /** By table; null: it was locked and nobody sits there. */
  readonly at = new Map<string, Sitting | null>();
}

/** Lets guests sit down: one sitting at a table at a time, whoever comes first. */
@Injectable()
export class Seating {
  constructor(
    private readonly repository: SittingRepository,
    private readonly book: SittingBook,
  ) {}

  /** The sitting at the table under its lock; begins one when nobody sits there. */
  async sit(tx: Tx, table: DiningTable, actor: string): Promise<Sitting> {
    const fresh = this.book.begin(table);
    await this.repository.insertUnlessTaken(tx, fresh);
    const seats = new LockedSeats();
    await this.#look(tx, seats, table.id);
    const sitting = seats.at.get(table.id) ?? fresh;
    if (sitting.id !== fresh.id) return sitting;
    this.book.record(tx, sitting, { type: 'sitting.opened', actor });
    this.book.save(tx, sitting);
    return sitting;
  }

  /** For those who seat many: locks what is open at these tables; tell {@link opened} the rows. */
  lock(tx: Tx, tableIds: readonly string[]): Statement {
    return this.repository.lockAt(tx, tableIds);
  }

  opened(tx: Tx, seats: LockedSeats, tableIds: readonly string[], rows: readonly Row[]): void {
    for (const id of tableIds) seats.at.set(id, null);
    for (const row of rows) {
      const sitting = tx.table(SittingEntity).read(row);
      if (sitting.openTableId !== null) seats.at.set(sitting.openTableId, sitting);
    }
  }

  /** As {@link sit}, with what is locked already; a new sitting is written when the transaction ends. */
  async sitAmong(
    tx: Tx,
    seats: LockedSeats,
    { table, actor }: { table: DiningTable; actor: string },
  ): Promise<Sitting> {
    if (!seats.at.has(table.id)) await this.#look(tx, seats, table.id);
    const seated = seats.at.get(table.id);
    if (seated) return seated;
    const sitting = this.book.begin(table);
    seats.at.set(table.id, sitting);
    this.book.record(tx, sitting, { type: 'sitting.opened', actor });
    tx.insert(SittingEntity, [sitting]);
    return sitting;
  }

  async #look(tx: Tx, seats: LockedSeats, tableId: string): Promise<void> {
    const [rows = []] = await tx.send([this.repository.lockAt(tx, [tableId])]);
    this.opened(tx, seats, [tableId], rows);
  }
}
