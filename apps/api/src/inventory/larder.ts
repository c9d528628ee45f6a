import type { ChosenDish, MenuIndex, Milli, Needs, Text } from '@comanda/shared';
import { needsOf } from '@comanda/shared';
import { DomainError } from '../platform/http/index.js';
import type { Shift } from './domain/shifts.js';
import { shortagesOf } from './domain/shortages.js';
import type { Booking, Entry, StockLevel } from './stock.repository.js';

/** The order for which something is taken. */
export type Taker = Required<Pick<Booking, 'orderId' | 'businessDate'>>;

/** The counted ingredients of a restaurant while one transaction takes several orders. */
export class Larder {
  readonly #levels = new Map<string, StockLevel>();
  readonly #left = new Map<string, Milli>();
  readonly #locked = new Set<string>();
  readonly #taken: (Entry & Taker)[] = [];

  constructor(private readonly index: MenuIndex<Text>) {}

  /** Takes note of locked ingredients; one without a level is not counted. */
  opened(ingredientIds: readonly string[], levels: readonly StockLevel[]): void {
    for (const id of ingredientIds) this.#locked.add(id);
    for (const level of levels) {
      this.#levels.set(level.ingredientId, level);
      this.#left.set(level.ingredientId, level.onHandMilli);
    }
  }

  needsOf(dishes: readonly ChosenDish[]): Needs {
    return needsOf(this.index, dishes);
  }

  /** What of it must be locked before it can be taken. */
  unlocked(needs: Needs): string[] {
    return [...needs.keys()].filter((id) => !this.#locked.has(id));
  }

  /** Throws `out_of_stock` naming each line that lacks something. */
  require(needs: Needs, dishes: readonly ChosenDish[]): void {
    const isShort = [...needs].some(([id, milli]) => milli > (this.#left.get(id) ?? Infinity));
    if (!isShort) return;
    throw new DomainError('out_of_stock', 'Some of it has just sold out.', shortagesOf(this.index, dishes, this.#left));
  }

  /** The ledger has an entry for each dish and ingredient, so that it tells what used how much. */
  take(dishes: readonly ChosenDish[], taker: Taker): void {
    for (const [itemId, same] of Map.groupBy(dishes, (dish) => dish.itemId)) {
      for (const [ingredientId, milli] of this.needsOf(same)) {
        const left = this.#left.get(ingredientId);
        if (left === undefined) continue;
        this.#left.set(ingredientId, left - milli);
        this.#taken.push({ ingredientId, itemId, kind: 'consume', quantityMilli: -milli, ...taker });
      }
    }
  }

  taken(): readonly (Entry & Taker)[] {
    return this.#taken;
  }

  /** The levels of which something was taken, as they were. */
  touched(): { readonly level: StockLevel; readonly shift: Shift }[] {
    return [...this.#levels.values()].flatMap((level) => {
      const { ingredientId, onHandMilli: beforeMilli, lowMilli } = level;
      const afterMilli = this.#left.get(ingredientId) ?? beforeMilli;
      return afterMilli === beforeMilli ? [] : [{ level, shift: { ingredientId, beforeMilli, afterMilli, lowMilli } }];
    });
  }
}
