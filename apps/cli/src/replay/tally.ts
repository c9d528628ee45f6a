import type { Minor, OrderOptionView, PlacedOrderView } from '@comanda/shared';
import type { RecordedOrder } from './recorded-order.js';
import type { Taken } from './take-order.js';

export interface RefusedOrder {
  readonly order: RecordedOrder;
  readonly sentences: readonly string[];
}

/** What has come of a replay so far, counted from the server's answers. */
export class Tally {
  placed = 0;
  known = 0;
  finished = 0;
  lines = 0;
  units = 0;
  revenueMinor: Minor = 0;
  /** Known ones whose answer is not kept any more: they are in no amount. */
  withoutAnswer = 0;
  readonly refused: RefusedOrder[] = [];
  readonly choices = new Map<string, number>();
  readonly businessDates = new Set<string>();

  constructor(readonly total: number) {}

  get done(): number {
    return this.placed + this.known + this.refused.length;
  }

  add(order: RecordedOrder, taken: Taken): void {
    if (taken.outcome === 'refused') {
      this.refused.push({ order, sentences: taken.sentences });
      return;
    }
    this[taken.outcome] += 1;
    if (taken.order) this.#count(taken.order);
    else this.withoutAnswer += 1;
  }

  #count({ lines, totalMinor, businessDate }: PlacedOrderView): void {
    this.lines += lines.length;
    this.units += lines.reduce((sum, { quantity }) => sum + quantity, 0);
    this.revenueMinor += totalMinor;
    this.businessDates.add(businessDate);
    for (const { options } of lines) this.#countOptions(options);
  }

  #countOptions(options: readonly OrderOptionView[]): void {
    for (const { name, options: below } of options) {
      this.choices.set(name, (this.choices.get(name) ?? 0) + 1);
      this.#countOptions(below);
    }
  }
}
