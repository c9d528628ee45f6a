import { Injectable } from '@nestjs/common';
import type { BookStockRequest, Milli } from '@comanda/shared';
import { businessDate } from '@comanda/shared';
import { LocationDirectory } from '../locations/index.js';
import { MenuStore } from '../menu/index.js';
import { Clock } from '../platform/clock/index.js';
import type { Tx } from '../platform/database/index.js';
import { DomainError } from '../platform/http/index.js';
import { IngredientAvailability } from './ingredient-availability.js';
import { StockLedger } from './stock-ledger.js';
import type { Booking, Entry, StockLevel } from './stock.repository.js';
import { StockRepository } from './stock.repository.js';

/** What a person books. */
export interface ByHand {
  readonly bookings: readonly BookStockRequest[];
  readonly by: string;
}

/** What people do with the stock. */
@Injectable()
export class Stock {
  constructor(
    private readonly repository: StockRepository,
    private readonly ledger: StockLedger,
    private readonly availability: IngredientAvailability,
    private readonly locations: LocationDirectory,
    private readonly menus: MenuStore,
    private readonly clock: Clock,
  ) {}

  /**
   * Books by hand what came, went bad, was counted or is corrected, each ingredient once; all of it or nothing. The
   * first booking of an ingredient begins its counting.
   */
  async book(tx: Tx, locationId: string, { bookings, by }: ByHand): Promise<void> {
    await this.#requireIngredients(tx, locationId, bookings);
    const levels = await this.#levels(
      tx,
      locationId,
      bookings.map(({ ingredientId }) => ingredientId),
    );
    const wanted = new Map(bookings.map((each) => [each.ingredientId, each]));
    const booked = levels.flatMap((level) => {
      const request = wanted.get(level.ingredientId);
      return request ? [{ level, request, quantityMilli: signed(request, level.onHandMilli) }] : [];
    });
    const entries = new Map(
      booked.map(({ level, request, quantityMilli }) => [level, entryOf(request, quantityMilli)]),
    );
    const shifts = await this.ledger.book(tx, await this.#byHand(tx, locationId, by), levels, (level) => {
      const entry = entries.get(level);
      return entry ? [entry] : [];
    });
    for (const { level, request, quantityMilli } of booked) {
      const onHandMilli = level.onHandMilli + quantityMilli;
      await this.ledger.tell(tx, level, by, { kind: request.kind, quantityMilli, onHandMilli });
    }
    await this.ledger.settle(tx, locationId, shifts);
    // What was not counted could always be made: no shift tells that it now falls short.
    await this.availability.judge(tx, locationId);
  }

  /** Says from which amount down the ingredient counts as low; null for never. */
  async warnAt(tx: Tx, locationId: string, ingredientId: string, lowMilli: Milli | null): Promise<void> {
    await this.#requireIngredients(tx, locationId, [{ ingredientId }]);
    for (const level of await this.#levels(tx, locationId, [ingredientId])) {
      await this.repository.saveLevel(tx, { ...level, lowMilli });
    }
    await this.availability.judge(tx, locationId);
  }

  /** Counts the ingredient no longer: it never runs out any more. The ledger stays and adds up to nothing. */
  async stopCounting(tx: Tx, locationId: string, ingredientId: string, by: string): Promise<void> {
    const [level] = await this.repository.lock(tx, locationId, [ingredientId]);
    if (!level) throw new DomainError('not_found', 'This ingredient is not counted.');
    const rest = { ...entryOf({ ingredientId, kind: 'adjust' }, -level.onHandMilli), note: 'No longer counted' };
    await this.ledger.book(tx, await this.#byHand(tx, locationId, by), [level], () =>
      level.onHandMilli === 0 ? [] : [rest],
    );
    await this.repository.removeLevel(tx, level);
    await this.ledger.tell(tx, level, by, { kind: 'uncounted' });
    await this.availability.judge(tx, locationId);
  }

  /** The locked levels of the ingredients; those that were not counted begin at zero. */
  async #levels(tx: Tx, locationId: string, ingredientIds: readonly string[]): Promise<StockLevel[]> {
    const known = await this.repository.lock(tx, locationId, ingredientIds);
    const counted = new Set(known.map(({ ingredientId }) => ingredientId));
    const fresh = ingredientIds.filter((id) => !counted.has(id)).sort();
    if (fresh.length === 0) return known;
    for (const id of fresh) await this.repository.beginCounting(tx, locationId, id);
    return this.repository.lock(tx, locationId, ingredientIds);
  }

  async #byHand(tx: Tx, locationId: string, by: string): Promise<Booking> {
    const { timezone, businessDayCutoffMinute } = await this.locations.get(locationId, tx.manager);
    const at = this.clock.now();
    return { locationId, businessDate: businessDate(at, timezone, businessDayCutoffMinute), at, by };
  }

  async #requireIngredients(
    tx: Tx,
    locationId: string,
    wanted: readonly Pick<BookStockRequest, 'ingredientId'>[],
  ): Promise<void> {
    const { document } = await this.menus.current(locationId, tx.manager);
    const known = new Set(document.ingredients?.map(({ id }) => id));
    const unknown = wanted.filter(({ ingredientId }) => !known.has(ingredientId));
    if (unknown.length === 0) return;
    const detail = 'There is no such ingredient. Add it first.';
    throw new DomainError(
      'not_found',
      detail,
      unknown.map(({ ingredientId }) => ({
        pointer: '/ingredientId',
        code: 'unknown_reference',
        detail,
        actual: ingredientId,
      })),
    );
  }
}

function entryOf({ ingredientId, kind, note }: Omit<BookStockRequest, 'quantityMilli'>, quantityMilli: Milli): Entry {
  return { ingredientId, itemId: null, kind, quantityMilli, note: note ?? null };
}

function signed({ kind, quantityMilli }: BookStockRequest, onHandMilli: Milli): Milli {
  if (kind === 'count') return quantityMilli - onHandMilli;
  if (kind === 'waste') return -quantityMilli;
  return quantityMilli;
}
