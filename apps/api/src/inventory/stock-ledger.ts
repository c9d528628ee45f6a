import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database/index.js';
import { EventLog } from '../platform/events/index.js';
import type { Shift } from './domain/shifts.js';
import { becomesLow } from './domain/shifts.js';
import { IngredientAvailability } from './ingredient-availability.js';
import type { Booking, Entry, StockLevel } from './stock.repository.js';
import { StockRepository } from './stock.repository.js';

/**
 * The levels of the stock, and the ledger that adds up to them. Every change runs in the caller's transaction with the
 * rows locked in the order of their ids, so that the last portion is sold once and nobody waits in a circle.
 */
@Injectable()
export class StockLedger {
  constructor(
    private readonly repository: StockRepository,
    private readonly availability: IngredientAvailability,
    private readonly events: EventLog,
  ) {}

  /** Writes entries for locked levels. {@link settle} the shifts as the last step. */
  async book(
    tx: Tx,
    booking: Booking,
    levels: readonly StockLevel[],
    entriesOf: (level: StockLevel) => readonly Entry[],
  ): Promise<Shift[]> {
    const booked = levels.map((level) => ({ level, entries: entriesOf(level) }));
    await this.repository.book(
      tx,
      booking,
      booked.flatMap(({ entries }) => entries),
    );
    return booked.map(({ level: { ingredientId, onHandMilli, lowMilli }, entries }) => ({
      ingredientId,
      beforeMilli: onHandMilli,
      afterMilli: onHandMilli + entries.reduce((sum, { quantityMilli }) => sum + quantityMilli, 0),
      lowMilli,
    }));
  }

  /** The last step of a change of the stock: what cannot be made any more goes off sale, what can again comes back. */
  async settle(tx: Tx, locationId: string, shifts: readonly Shift[]): Promise<void> {
    if (shifts.length === 0) return;
    for (const shift of shifts.filter(becomesLow)) await this.#tellLow(tx, locationId, shift);
    await this.availability.judgeAfter(tx, locationId, shifts);
  }

  /** Tells of a locked level in its gapless row of events. */
  async tell(tx: Tx, level: StockLevel, actor: string, data: Record<string, unknown>): Promise<void> {
    const { id, locationId, ingredientId } = level;
    const version = level.version + 1;
    await this.repository.saveLevel(tx, { ...level, version });
    this.events.append(tx, {
      locationId,
      subject: { kind: 'stock', id },
      seq: version,
      type: 'stock.changed',
      actor,
      data: { ingredientId, ...data },
    });
  }

  async #tellLow(tx: Tx, locationId: string, { ingredientId, afterMilli, lowMilli }: Shift): Promise<void> {
    for (const level of await this.repository.lock(tx, locationId, [ingredientId]))
      await this.tell(tx, level, 'system', { kind: 'low', onHandMilli: afterMilli, lowMilli });
  }
}
