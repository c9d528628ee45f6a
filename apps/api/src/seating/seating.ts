import { Injectable } from '@nestjs/common';
import { LocationDirectory } from '../locations/index.js';
import type { DiningTable } from '../locations/index.js';
import { Clock } from '../platform/clock/index.js';
import type { Row, Statement, Tx } from '../platform/database/index.js';
import { isLeftBehind } from './domain/left-behind.js';
import { SittingBook } from './sitting-book.js';
import { SittingEntity } from './sitting.entity.js';
import type { Sitting } from './sitting.js';
import { SittingRepository } from './sitting.repository.js';

/** Who sits at which table, as far as a transaction has locked it. */
export class LockedSeats {
  /** By table; null: it was locked and nobody sits there. */
  readonly at = new Map<string, Sitting | null>();
}

/** Who comes to which table. */
export interface Arrival {
  readonly table: DiningTable;
  readonly actor: string;
  /** When those who sit there ordered last; asked only about a sitting of an earlier day. Orders know it, this module does not. */
  readonly lastRoundAt: (tx: Tx, sittingId: string) => Promise<number | null>;
}

/** Lets guests sit down: one sitting at a table at a time, whoever comes first. What was left open yesterday ends by that. */
@Injectable()
export class Seating {
  constructor(
    private readonly repository: SittingRepository,
    private readonly book: SittingBook,
    private readonly locations: LocationDirectory,
    private readonly clock: Clock,
  ) {}

  /** The sitting at the table under its lock; begins one when nobody sits there. */
  async sit(tx: Tx, arrival: Arrival): Promise<Sitting> {
    const { table, actor } = arrival;
    const fresh = this.book.begin(table);
    await this.repository.insertUnlessTaken(tx, fresh);
    const seats = new LockedSeats();
    await this.#look(tx, seats, table.id);
    const sitting = seats.at.get(table.id) ?? fresh;
    if (sitting.id !== fresh.id) {
      if (!(await this.#isLeftBehind(tx, sitting, arrival))) return sitting;
      await this.#end(tx, sitting);
      await this.repository.insertUnlessTaken(tx, fresh);
    }
    this.book.record(tx, fresh, { type: 'sitting.opened', actor });
    this.book.save(tx, fresh);
    return fresh;
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
  async sitAmong(tx: Tx, seats: LockedSeats, arrival: Arrival): Promise<Sitting> {
    const { table, actor } = arrival;
    if (!seats.at.has(table.id)) await this.#look(tx, seats, table.id);
    const seated = seats.at.get(table.id);
    if (seated) {
      if (!(await this.#isLeftBehind(tx, seated, arrival))) return seated;
      await this.#end(tx, seated);
    }
    const sitting = this.book.begin(table);
    seats.at.set(table.id, sitting);
    this.book.record(tx, sitting, { type: 'sitting.opened', actor });
    tx.insert(SittingEntity, [sitting]);
    return sitting;
  }

  async #isLeftBehind(tx: Tx, { id, locationId, openedAt }: Sitting, { lastRoundAt }: Arrival): Promise<boolean> {
    const [place, now] = [await this.locations.recent(locationId), this.clock.now()];
    if (!isLeftBehind(place, { openedAt, lastRoundAt: null }, now)) return false;
    return isLeftBehind(place, { openedAt, lastRoundAt: await lastRoundAt(tx, id) }, now);
  }

  /** Those who come now have nothing to do with it; what is owed there stays owed for its orders. */
  async #end(tx: Tx, sitting: Sitting): Promise<void> {
    this.book.end(sitting);
    this.book.record(tx, sitting, { type: 'sitting.closed', actor: 'system', data: { leftBehind: true } });
    await this.repository.saveNow(tx, sitting);
  }

  async #look(tx: Tx, seats: LockedSeats, tableId: string): Promise<void> {
    const [rows = []] = await tx.send([this.repository.lockAt(tx, [tableId])]);
    this.opened(tx, seats, [tableId], rows);
  }
}
