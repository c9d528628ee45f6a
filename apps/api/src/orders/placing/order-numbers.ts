import { Injectable } from '@nestjs/common';
import { FOR_UPDATE } from '../../platform/database/index.js';
import type { Row, Statement, Tx } from '../../platform/database/index.js';
import { OrderCounterEntity } from '../order-counter.entity.js';

/** The short numbers of one restaurant's business days, as far as a transaction has locked them. */
export class DayNumbers {
  readonly last = new Map<string, number>();
  readonly taken = new Set<string>();

  constructor(readonly locationId: string) {}
}

/** Gives out the short numbers that people call: 1, 2, 3 ... on each business day of a restaurant. */
@Injectable()
export class OrderNumbers {
  /** Locks and reads the counters of some days of each location, in the order of their key. */
  lock(days: ReadonlyMap<string, readonly string[]>): Statement {
    const conditions = [...days.values()].map(
      (own) => `locationId = ? AND businessDate IN (${own.map(() => '?').join(', ')})`,
    );
    const sql =
      'SELECT locationId, businessDate, lastNumber FROM order_counters ' +
      `WHERE ${conditions.map((each) => `(${each})`).join(' OR ')} ORDER BY locationId, businessDate${FOR_UPDATE}`;
    return { sql, values: [...days].flatMap(([locationId, own]) => [locationId, ...own]) };
  }

  /** Takes note of locked days; one without a row has given out none. */
  opened(numbers: DayNumbers, days: readonly string[], rows: readonly Row[]): void {
    for (const day of days) numbers.last.set(day, 0);
    for (const row of rows) {
      if (row['locationId'] === numbers.locationId) {
        numbers.last.set(String(row['businessDate']), Number(row['lastNumber']));
      }
    }
  }

  async next(tx: Tx, numbers: DayNumbers, day: string): Promise<number> {
    if (!numbers.last.has(day)) {
      const [rows = []] = await tx.send([this.lock(new Map([[numbers.locationId, [day]]]))]);
      this.opened(numbers, [day], rows);
    }
    const next = (numbers.last.get(day) ?? 0) + 1;
    numbers.last.set(day, next);
    numbers.taken.add(day);
    return next;
  }

  /** Writes, when the transaction ends, how far the numbers have come. */
  record(tx: Tx, { locationId, last, taken }: DayNumbers): void {
    const rows = [...taken].map((day) => ({ locationId, businessDate: day, lastNumber: last.get(day) ?? 0 }));
    tx.upsert(OrderCounterEntity, rows, ['locationId', 'businessDate'], ['lastNumber']);
  }
}
