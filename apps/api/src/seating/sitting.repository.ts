import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Database, FOR_UPDATE } from '../platform/database/index.js';
import type { Statement, Tx } from '../platform/database/index.js';
import { SittingEntity } from './sitting.entity.js';
import { TableCallEntity } from './table-call.entity.js';

@Injectable()
export class SittingRepository {
  constructor(private readonly database: Database) {}

  /** In the order of their ids. */
  async lock(tx: Tx, ids: readonly string[]): Promise<SittingEntity[]> {
    const table = tx.table(SittingEntity);
    const rest = `id IN (${marks(ids)}) ORDER BY id${FOR_UPDATE}`;
    const [rows = []] = await tx.send([table.select(rest, ids)]);
    return rows.map((row) => table.read(row));
  }

  /** Locks and reads the open sittings at some tables. */
  lockAt(tx: Tx, tableIds: readonly string[]): Statement {
    const rest = `openTableId IN (${marks(tableIds)}) ORDER BY openTableId${FOR_UPDATE}`;
    return tx.table(SittingEntity).select(rest, tableIds);
  }

  /** Adds it unless somebody sits at its table already. */
  async insertUnlessTaken(tx: Tx, sitting: SittingEntity): Promise<void> {
    await tx.send(tx.table(SittingEntity).upsert([sitting], ['openTableId'], ['openTableId']));
  }

  /** At once, so that another sitting can take the table in the same transaction. */
  async saveNow(tx: Tx, sitting: SittingEntity): Promise<void> {
    const { id, ...values } = sitting;
    await tx.send([tx.table(SittingEntity).update(values, { id })]);
  }

  save(tx: Tx, sitting: SittingEntity): void {
    const { id, ...values } = sitting;
    tx.write(tx.table(SittingEntity).update(values, { id }));
  }

  async find(id: string, manager: EntityManager = this.database.reader): Promise<SittingEntity | null> {
    return manager.findOneBy(SittingEntity, { id });
  }

  async findAt(tableId: string, manager: EntityManager = this.database.reader): Promise<SittingEntity | null> {
    return manager.findOneBy(SittingEntity, { openTableId: tableId });
  }

  async listOpen(locationId: string): Promise<SittingEntity[]> {
    return this.database.reader.findBy(SittingEntity, { locationId, closedAt: IsNull() });
  }

  /** The oldest first. */
  async listCalls(
    sittingIds: readonly string[],
    manager: EntityManager = this.database.reader,
  ): Promise<TableCallEntity[]> {
    if (sittingIds.length === 0) return [];
    return manager.find(TableCallEntity, { where: { sittingId: In([...sittingIds]) }, order: { id: 'ASC' } });
  }

  async findCall(id: string, manager: EntityManager = this.database.reader): Promise<TableCallEntity | null> {
    return manager.findOneBy(TableCallEntity, { id });
  }

  saveCall(tx: Tx, call: TableCallEntity): void {
    const { id, ...values } = call;
    tx.write(tx.table(TableCallEntity).update(values, { id }));
  }
}

function marks(values: readonly unknown[]): string {
  return values.map(() => '?').join(', ');
}
