import type { AvailabilityView, CountdownView, Target } from '@comanda/shared';
import { countdownOf, withCounts } from '@comanda/shared/pricing';
import { outOfStock, portionsOf } from './portions.js';
import type { Portions } from './portions.js';

/** The counted portions of a restaurant while one transaction takes several orders. */
export class Shelf {
  /** What portions were taken of, with what is left. */
  readonly #taken = new Map<string, CountdownView>();

  /** `availability` is what holds, and nobody else can change it before the transaction ends. */
  constructor(readonly availability: AvailabilityView) {}

  /** Takes all that an order needs, or nothing: throws `out_of_stock` naming what is short. What is not counted never is. */
  take(wanted: readonly Portions[]): void {
    const counted = portionsOf(wanted).flatMap((portions) => {
      const left = this.#leftOf(portions);
      return left ? [{ ...portions, left }] : [];
    });
    const short = counted.filter(({ quantity, left }) => quantity > left.remaining);
    if (short.length > 0) throw outOfStock(short.map(({ left, ...rest }) => ({ ...rest, remaining: left.remaining })));
    for (const { quantity, left, ...target } of counted) {
      this.#taken.set(keyOf(target), { ...left, remaining: left.remaining - quantity });
    }
  }

  /** What portions were taken of, with what is left; sorted as rows are locked. */
  touched(): CountdownView[] {
    return [...this.#taken.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, left]) => left);
  }

  /** What holds once this is written. */
  after(version: number): AvailabilityView {
    return withCounts(this.availability, version, [...this.#taken.values()]);
  }

  #leftOf(target: Target): CountdownView | undefined {
    return this.#taken.get(keyOf(target)) ?? countdownOf(this.availability, target);
  }
}

function keyOf({ kind, id }: Target): string {
  return `${kind} ${id}`;
}
