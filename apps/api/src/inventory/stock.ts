import { Injectable } from '@nestjs/common';
import type { BookStockRequest, ChosenDish, Milli, Needs } from '@comanda/shared';
import { businessDate, needsOf } from '@comanda/shared';
import { LocationDirectory } from '../locations/index.js';
import { MenuStore } from '../menu/index.js';
import { Clock } from '../platform/clock/index.js';
import type { Tx } from '../platform/database/index.js';
import { EventLog } from '../platform/events/index.js';
import { DomainError } from '../platform/http/index.js';
import type { Shift } from './domain/shifts.js';
import { becomesLow } from './domain/shifts.js';
import { IngredientAvailability } from './ingredient-availability.js';
import type { Booking, Entry, StockLevel } from './stock.repository.js';
import { StockRepository } from './stock.repository.js';

/** An order that took from the stock. */
interface Taker {
  readonly id: string;
  readonly locationId: string;
  readonly businessDate: string;
}

interface GivingBack {
  readonly outcome: 'not-made' | 'made';
  /** All that the order holds, or what some of its dishes need. */
  readonly part: 'all' | readonly ChosenDish[];
}

/** What a person books. */
export interface ByHand {
  readonly bookings: readonly BookStockRequest[];
  readonly by: string;
}

/**
 * The stock of ingredients: levels, and a ledger that adds up to them. Every change runs in the caller's transaction
 * with the rows locked in the order of their ids, so the last portion is sold once and nobody waits in a circle.
 */
@Injectable()
export class Stock {
  constructor(
    private readonly repository: StockRepository,
    private readonly availability: IngredientAvailability,
    private readonly locations: LocationDirectory,
    private readonly menus: MenuStore,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /** Gives back what an order took, or notes it as waste when the dishes were made. */
  async giveBack(tx: Tx, order: Taker, { outcome, part }: GivingBack): Promise<Shift[]> {
    const taken = await this.repository.heldBy(tx, order.id);
    const held = part === 'all' ? taken : partOf(taken, await this.#needsByItem(tx, order.locationId, part));
    const ids = [...new Set(held.map(({ ingredientId }) => ingredientId))];
    const levels = await this.repository.lock(tx, order.locationId, ids);
    const { locationId, businessDate: day } = order;
    const booking = { locationId, businessDate: day, at: this.clock.now(), by: 'system', orderId: order.id };
    return this.#book(tx, booking, levels, ({ ingredientId }) => {
      const own = held.filter((entry) => entry.ingredientId === ingredientId);
      return outcome === 'not-made' ? own : own.flatMap((entry) => [entry, wasteOf(entry)]);
    });
  }

  /** By the recipes as they are now; whoever took by older ones gives back no more than was taken. */
  async #needsByItem(tx: Tx, locationId: string, dishes: readonly ChosenDish[]): Promise<Map<string, Needs>> {
    const { index } = await this.menus.current(locationId, tx.manager);
    const byItem = Map.groupBy(dishes, ({ itemId }) => itemId);
    return new Map([...byItem].map(([itemId, own]) => [itemId, needsOf(index, own)]));
  }

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
    const shifts = await this.#book(tx, await this.#byHand(tx, locationId, by), levels, (level) => {
      const entry = entries.get(level);
      return entry ? [entry] : [];
    });
    for (const { level, request, quantityMilli } of booked) {
      const onHandMilli = level.onHandMilli + quantityMilli;
      await this.#tell(tx, level, by, { kind: request.kind, quantityMilli, onHandMilli });
    }
    await this.settle(tx, locationId, shifts);
  }

  /** Says from which amount down the ingredient counts as low; null for never. */
  async warnAt(tx: Tx, locationId: string, ingredientId: string, lowMilli: Milli | null): Promise<void> {
    await this.#requireIngredients(tx, locationId, [{ ingredientId }]);
    for (const level of await this.#levels(tx, locationId, [ingredientId])) {
      await this.repository.saveLevel(tx, { ...level, lowMilli });
    }
  }

  /** Counts the ingredient no longer: it never runs out any more. The ledger stays and adds up to nothing. */
  async stopCounting(tx: Tx, locationId: string, ingredientId: string, by: string): Promise<void> {
    const [level] = await this.repository.lock(tx, locationId, [ingredientId]);
    if (!level) throw new DomainError('not_found', 'This ingredient is not counted.');
    const rest = { ...entryOf({ ingredientId, kind: 'adjust' }, -level.onHandMilli), note: 'No longer counted' };
    await this.#book(tx, await this.#byHand(tx, locationId, by), [level], () =>
      level.onHandMilli === 0 ? [] : [rest],
    );
    await this.repository.removeLevel(tx, level);
    await this.#tell(tx, level, by, { kind: 'uncounted' });
    await this.availability.judge(tx, locationId);
  }

  /** The last step of a change of the stock: what cannot be made any more goes off sale, what can again comes back. */
  async settle(tx: Tx, locationId: string, shifts: readonly Shift[]): Promise<void> {
    if (shifts.length === 0) return;
    for (const shift of shifts.filter(becomesLow)) await this.#tellLow(tx, locationId, shift);
    await this.availability.judgeAfter(tx, locationId, shifts);
  }

  async #book(
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

  async #tellLow(tx: Tx, locationId: string, { ingredientId, afterMilli, lowMilli }: Shift): Promise<void> {
    for (const level of await this.repository.lock(tx, locationId, [ingredientId]))
      await this.#tell(tx, level, 'system', { kind: 'low', onHandMilli: afterMilli, lowMilli });
  }

  async #tell(tx: Tx, level: StockLevel, actor: string, data: Record<string, unknown>): Promise<void> {
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
}

function entryOf({ ingredientId, kind, note }: Omit<BookStockRequest, 'quantityMilli'>, quantityMilli: Milli): Entry {
  return { ingredientId, itemId: null, kind, quantityMilli, note: note ?? null };
}

function wasteOf(entry: Entry): Entry {
  return { ...entry, kind: 'waste', quantityMilli: -entry.quantityMilli };
}

function signed({ kind, quantityMilli }: BookStockRequest, onHandMilli: Milli): Milli {
  if (kind === 'count') return quantityMilli - onHandMilli;
  if (kind === 'waste') return -quantityMilli;
  return quantityMilli;
}

/** Of what an order holds no more than some of its dishes need. */
function partOf(held: readonly Entry[], needs: ReadonlyMap<string, Needs>): Entry[] {
  return held.flatMap((entry) => {
    const needed = needs.get(entry.itemId ?? '')?.get(entry.ingredientId) ?? 0;
    const quantityMilli = Math.min(entry.quantityMilli, needed);
    return quantityMilli > 0 ? [{ ...entry, quantityMilli }] : [];
  });
}
