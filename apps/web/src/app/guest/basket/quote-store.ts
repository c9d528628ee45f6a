import { DestroyRef, Injectable, computed, effect, inject, signal } from '@angular/core';
import type { BasketProblem, PricedBasket, QuoteRequest, QuoteView } from '@comanda/shared';
import { apiUrl } from '../../core/api/api-url';
import { apiResource } from '../../core/api/public-api';
import { Connectivity } from '../../core/device/connectivity';
import { MenuLanguage } from '../../core/i18n/menu-language';
import { rested } from '../../core/time/rested';
import { FulfilmentStore } from '../fulfilment/fulfilment-store';
import { RestaurantStore } from '../restaurant/restaurant-store';
import { BasketStore } from './basket-store';

const REST_MS = 400;

/** `checking`: the restaurant is asked. `unconfirmed`: it gave no answer, the amounts are this device's. */
export type QuoteState = 'idle' | 'checking' | 'confirmed' | 'unconfirmed';

/** The restaurant's own word on the basket: its prices, its problems. Asked while somebody looks at the basket. */
@Injectable({ providedIn: 'root' })
export class QuoteStore {
  private readonly basket = inject(BasketStore);
  private readonly restaurant = inject(RestaurantStore);
  private readonly connectivity = inject(Connectivity);
  private readonly language = inject(MenuLanguage);
  private readonly watchers = signal(0);

  readonly fulfilmentRequest = inject(FulfilmentStore).request;
  /** A new object with each change that could change the answer, news about the menu and availability included. */
  private readonly request = computed(() => {
    const locationId = this.restaurant.location()?.id;
    this.restaurant.availability();
    this.restaurant.menu();
    if (locationId === undefined || this.watchers() === 0 || this.basket.isEmpty() || !this.connectivity.online())
      return null;
    const body: QuoteRequest = {
      fulfilment: this.fulfilmentRequest(),
      lines: this.basket.basketLines(),
      language: this.language.tag(),
    };
    return { url: apiUrl('/locations', locationId, 'quotes'), body };
  });
  private readonly restedRequest = rested(this.request, REST_MS);
  private readonly answer = apiResource<QuoteView>(() => this.restedRequest() ?? undefined);

  readonly state = computed<QuoteState>(() => {
    if (this.basket.isEmpty() || this.watchers() === 0) return 'idle';
    if (this.request() === null) return 'unconfirmed';
    if (this.restedRequest() !== this.request() || this.answer.isLoading()) return 'checking';
    return this.answer.hasValue() ? 'confirmed' : 'unconfirmed';
  });
  /** The restaurant's amounts once it gave them for what is in the basket now, else this device's. */
  readonly amounts = computed<PricedBasket<string> | null>(() => this.confirmed() ?? this.basket.priced());
  readonly problems = computed<readonly BasketProblem[]>(() => {
    const own = this.basket.problems();
    const known = new Set(own.map(keyOf));
    return [...own, ...(this.confirmed()?.problems ?? []).filter((problem) => !known.has(keyOf(problem)))];
  });
  readonly readyEstimate = computed(() => this.confirmed()?.readyEstimate ?? null);
  private readonly confirmed = computed(() => (this.state() === 'confirmed' ? this.answer.value() : null));

  constructor() {
    effect(() => {
      const [quote, menu] = [this.confirmed(), this.restaurant.menu()];
      if (quote && menu !== null && quote.menuRevision > menu.revision) this.restaurant.refreshAll();
    });
  }

  /** Keeps the basket confirmed as long as the caller lives. */
  watch(): void {
    this.watchers.update((count) => count + 1);
    inject(DestroyRef).onDestroy(() => this.watchers.update((count) => count - 1));
  }
}

function keyOf({ pointer, code }: BasketProblem): string {
  return `${pointer} ${code}`;
}
