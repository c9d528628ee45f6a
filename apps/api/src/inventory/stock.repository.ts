import { Injectable } from '@nestjs/common';
import type { Milli, MovementKind } from '@comanda/shared';
import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { newId } from '../platform/clock/index.js';
import type { Row, Statement, Tx } from '../platform/database/index.js';
import { StockLevelEntity } from './stock-level.entity.js';
import { StockMovementEntity } from './stock-movement.entity.js';

export type StockLevel = StockLevelEntity;

/** What is written into the ledger; where and when come from the booking as a whole. */
export interface Entry {
  readonly ingredientId: string;
  readonly kind: MovementKind;
  readonly quantityMilli: Milli;
  /** The dish for which an order took it. */
  readonly itemId: string | null;
  readonly note?: string | null;
}

export interface Booking {
  readonly locationId: string;
  readonly businessDate: string;
  readonly at: number;
  readonly by: string;
  readonly orderId?: string;
}

/** What was used and wasted of an ingredient on a day, for a dish. */
export interface Use {
  readonly businessDate: string;
  readonly ingredientId: string;
  readonly itemId: string | null;
  readonly usedMilli: Milli;
  readonly wastedMilli: Milli;
}

const USE = `
  SELECT businessDate, ingredientId, itemId,
    SUM(CASE WHEN kind = 'waste' THEN 0 ELSE -quantityMilli END) AS usedMilli,
    SUM(CASE WHEN kind = 'waste' THEN -quantityMilli ELSE 0 END) AS wastedMilli
  FROM stock_movements
  WHERE locationId = ? AND businessDate BETWEEN ? AND ? AND kind IN ('consume', 'release', 'waste')
  GROUP BY businessDate, ingredientId, itemId
  ORDER BY businessDate, ingredientId, itemId`;

@Injectable()
export class StockRepository {
  /** The levels of the counted ones among the ingredients, locked in the order of their ids. */
  async lock(tx: Tx, locationId: string, ingredientIds: readonly string[]): Promise<StockLevel[]> {
    if (ingredientIds.length === 0) return [];
    const query = tx.manager
      .createQueryBuilder(StockLevelEntity, 'level')
      .where('level.locationId = :locationId', { locationId })
      .andWhere('level.ingredientId IN (:...ids)', { ids: [...ingredientIds].sort() })
      .orderBy('level.ingredientId');
    return tx.locking(query).getMany();
  }

  async levels(manager: EntityManager, locationId: string): Promise<StockLevel[]> {
    return manager.find(StockLevelEntity, { where: { locationId }, order: { ingredientId: 'ASC' } });
  }

  /** Writes the ledger and moves the levels with it: a statement each, whatever the number of ingredients. */
  async book(tx: Tx, booking: Booking, entries: readonly Entry[]): Promise<void> {
    if (entries.length === 0) return;
    const { locationId, businessDate, at, by, orderId = null } = booking;
    const facts = { locationId, businessDate, at, by, orderId, note: null };
    const rows = entries.map((entry) => ({ id: newId(), ...facts, ...entry }));
    await tx.send([...tx.table(StockMovementEntity).insert(rows), ...shift(locationId, sumByIngredient(entries))]);
  }

  /** Begins at zero; when somebody else has begun in this very moment, theirs stays. */
  async beginCounting(tx: Tx, locationId: string, ingredientId: string): Promise<void> {
    const level = { id: newId(), locationId, ingredientId, onHandMilli: 0, lowMilli: null, version: 0 };
    await tx.manager.createQueryBuilder().insert().into(StockLevelEntity).values(level).orIgnore().execute();
  }

  async saveLevel(tx: Tx, level: StockLevel): Promise<void> {
    const { locationId, ingredientId, lowMilli, version } = level;
    await tx.manager.update(StockLevelEntity, { locationId, ingredientId }, { lowMilli, version });
  }

  async removeLevel(tx: Tx, { locationId, ingredientId }: StockLevel): Promise<void> {
    await tx.manager.delete(StockLevelEntity, { locationId, ingredientId });
  }

  async use(manager: EntityManager, locationId: string, { from, to }: { from: string; to: string }): Promise<Use[]> {
    const rows = await manager.query<Row[]>(USE, [locationId, from, to]);
    return rows.map((row) => ({
      businessDate: String(row['businessDate']),
      ingredientId: String(row['ingredientId']),
      itemId: row['itemId'] as string | null,
      usedMilli: Number(row['usedMilli']),
      wastedMilli: Number(row['wastedMilli']),
    }));
  }

  /** What an order still holds, by ingredient and dish: taken and not given back. */
  async heldBy(tx: Tx, orderId: string): Promise<Entry[]> {
    const rows = await tx.manager.find(StockMovementEntity, {
      where: { orderId, kind: In(['consume', 'release']) },
      select: { ingredientId: true, itemId: true, quantityMilli: true },
    });
    const held = [...Map.groupBy(rows, ({ ingredientId, itemId }) => `${ingredientId} ${String(itemId)}`).values()];
    return held.flatMap((same) => {
      const quantityMilli = -same.reduce((sum, row) => sum + row.quantityMilli, 0);
      const [first] = same;
      return first && quantityMilli > 0 ? [{ ...pick(first), kind: 'release' as const, quantityMilli }] : [];
    });
  }
}

function pick({ ingredientId, itemId }: StockMovementEntity): Pick<Entry, 'ingredientId' | 'itemId'> {
  return { ingredientId, itemId };
}

function shift(locationId: string, sums: ReadonlyMap<string, Milli>): Statement[] {
  const changed = [...sums].filter(([, milli]) => milli !== 0);
  if (changed.length === 0) return [];
  const cases = changed.map(() => 'WHEN ? THEN ?').join(' ');
  const places = changed.map(() => '?').join(', ');
  const sql =
    `UPDATE stock_levels SET onHandMilli = onHandMilli + CASE ingredientId ${cases} ELSE 0 END ` +
    `WHERE locationId = ? AND ingredientId IN (${places})`;
  return [{ sql, values: [...changed.flat(), locationId, ...changed.map(([id]) => id)] }];
}

function sumByIngredient(entries: readonly Pick<Entry, 'ingredientId' | 'quantityMilli'>[]): Map<string, Milli> {
  const sums = new Map<string, Milli>();
  for (const { ingredientId, quantityMilli } of entries) {
    sums.set(ingredientId, (sums.get(ingredientId) ?? 0) + quantityMilli);
  }
  return sums;
}
