import { Injectable } from '@nestjs/common';
import { Clock, newId } from '../platform/clock/index.js';
import { FOR_UPDATE } from '../platform/database/index.js';
import type { Row, Statement, Tx } from '../platform/database/index.js';
import { EventLog } from '../platform/events/index.js';
import { becomesLow } from './domain/shifts.js';
import type { Shift } from './domain/shifts.js';
import type { Larder } from './larder.js';
import { StockLevelEntity } from './stock-level.entity.js';
import { StockMovementEntity } from './stock-movement.entity.js';
import type { StockLevel } from './stock.repository.js';

/** Takes ingredients for many orders in one transaction: locked first in a fixed order, written last together. */
@Injectable()
export class StockTaking {
  constructor(
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /** Locks and reads the levels of the counted ones. Comes before countdowns and the menu's versions, with everybody. */
  lockLevels(tx: Tx, locationId: string, ingredientIds: readonly string[]): Statement {
    const marks = ingredientIds.map(() => '?').join(', ');
    const condition = `locationId = ? AND ingredientId IN (${marks}) ORDER BY ingredientId${FOR_UPDATE}`;
    return tx.table(StockLevelEntity).select(condition, [locationId, ...ingredientIds]);
  }

  /** Takes note of what {@link lockLevels} has found. */
  opened(tx: Tx, larder: Larder, ingredientIds: readonly string[], rows: readonly Row[]): void {
    const table = tx.table(StockLevelEntity);
    larder.opened(
      ingredientIds,
      rows.map((row) => table.read(row)),
    );
  }

  /** Writes what was taken into levels and ledger, and tells what has become low. */
  record(tx: Tx, locationId: string, larder: Larder): Shift[] {
    const touched = larder.touched();
    const at = this.clock.now();
    const facts = { locationId, note: null, at, by: 'system' };
    tx.insert(
      StockMovementEntity,
      larder.taken().map((entry) => ({ id: newId(), ...facts, ...entry })),
    );
    const levels = touched.map(({ level, shift }) => this.#after(tx, level, shift));
    const key = ['locationId', 'ingredientId'] as const;
    tx.write(...tx.table(StockLevelEntity).upsert(levels, key, ['onHandMilli', 'version']));
    return touched.map(({ shift }) => shift);
  }

  #after(tx: Tx, level: StockLevel, shift: Shift): StockLevel {
    const after = { ...level, onHandMilli: shift.afterMilli };
    if (!becomesLow(shift)) return after;
    const { locationId, ingredientId, lowMilli } = level;
    const version = level.version + 1;
    this.events.append(tx, {
      locationId,
      subject: { kind: 'stock', id: level.id },
      seq: version,
      type: 'stock.changed',
      actor: 'system',
      data: { ingredientId, kind: 'low', onHandMilli: shift.afterMilli, lowMilli },
    });
    return { ...after, version };
  }
}
