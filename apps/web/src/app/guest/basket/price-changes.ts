import { Injectable, computed, inject } from '@angular/core';
import { BasketStore } from './basket-store';
import { QuoteStore } from './quote-store';

/** A dish whose price moved after it was chosen: one of it, with its options. */
export interface PriceChange {
  readonly lineId: string;
  readonly beforeMinor: number;
  readonly nowMinor: number;
}

/** What got another price since this guest chose it. Nothing is ordered before the guest has agreed. */
@Injectable({ providedIn: 'root' })
export class PriceChanges {
  private readonly basket = inject(BasketStore);
  private readonly quote = inject(QuoteStore);

  readonly changes = computed<readonly PriceChange[]>(() => {
    const priced = new Map(this.quote.amounts()?.lines.map(({ index, unitPriceMinor }) => [index, unitPriceMinor]));
    return this.basket.lines().flatMap(({ id: lineId, seenMinor: beforeMinor }, at) => {
      const nowMinor = priced.get(at);
      if (beforeMinor === undefined || nowMinor === undefined || beforeMinor === nowMinor) return [];
      return { lineId, beforeMinor, nowMinor };
    });
  });

  agree(): void {
    this.basket.agreeTo(new Map(this.changes().map(({ lineId, nowMinor }) => [lineId, nowMinor])));
  }
}
