import type { AvailabilityView, CountdownView } from '@comanda/shared';
import { outOfStock, portionsOf } from './portions.js';
import type { Portions } from './portions.js';

/** The counted portions of a restaurant while one transaction takes several orders. */
export class Shelf {
  readonly #left: Map<string, CountdownView>;
  readonly #touched = new Set<string>();

  /** `availability` is what holds, and nobody else can change it before the transaction ends. */
  constructor(readonly availability: AvailabilityView) {
    this.#left = new Map(availability.countdowns.map((each) => [keyOf(each.targetKind, each.targetId), each]));
  }

  /** Takes all that an order needs, or nothing: throws `out_of_stock` naming what is short. What is not counted never is. */
  take(wanted: readonly Portions[]): void {
    const counted = portionsOf(wanted).flatMap((portions) => {
      const left = this.#left.get(keyOf(portions.kind, portions.id));
      return left ? [{ ...portions, left }] : [];
    });
    const short = counted.filter(({ quantity, left }) => quantity > left.remaining);
    if (short.length > 0) throw outOfStock(short.map(({ left, ...rest }) => ({ ...rest, remaining: left.remaining })));
    for (const { kind, id, quantity, left } of counted) {
      this.#left.set(keyOf(kind, id), { ...left, remaining: left.remaining - quantity });
      this.#touched.add(keyOf(kind, id));
    }
  }

  /** What portions were taken of, with what is left. */
  touched(): CountdownView[] {
    return this.countdowns().filter(({ targetKind, targetId }) => this.#touched.has(keyOf(targetKind, targetId)));
  }

  countdowns(): CountdownView[] {
    return [...this.#left.values()];
  }
}

function keyOf(kind: string, id: string): string {
  return `${kind} ${id}`;
}
