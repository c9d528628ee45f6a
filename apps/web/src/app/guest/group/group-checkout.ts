import { Injectable, computed, inject, type Provider } from '@angular/core';
import type { GroupBasketView, PlaceOrderRequest, PlacedOrderView } from '@comanda/shared';
import { apiUrl } from '../../core/api/api-url';
import { BasketMoves } from '../basket/basket-moves';
import { BasketStore } from '../basket/basket-store';
import { PriceChanges } from '../basket/price-changes';
import { QuoteStore } from '../basket/quote-store';
import { Placement } from '../checkout/placement';
import { RefusalWords } from '../checkout/refusal-words';
import { OrderProblem } from '../fulfilment/order-problem';
import { wholeBasket } from './group-lines';
import { GroupPlace } from './group-place';

/** Everybody's dishes, for the host's checkout: seen there, changed on the group's page. */
@Injectable()
export class WholeBasket extends BasketStore {
  private readonly place = inject(GroupPlace);

  override readonly fixed: boolean = true;
  override readonly origin = computed(() => ({
    path: ['/g', this.place.place()?.groupToken ?? ''],
    queryParams: {},
  }));

  protected override get storageName(): string {
    return 'comanda.group-basket';
  }

  fill(view: GroupBasketView): void {
    this.restore(wholeBasket(view));
  }
}

/** Orders what the restaurant has in the group's basket, once. */
@Injectable()
export class GroupPlacement extends Placement {
  private readonly group = inject(GroupPlace);
  private readonly own = inject(BasketStore, { skipSelf: true });

  protected override get storageName(): string {
    return 'comanda.group-placement';
  }

  protected override async ask(
    idempotencyKey: string,
    _: string,
    request: PlaceOrderRequest,
  ): Promise<PlacedOrderView> {
    const { lines: _lines, ...order } = request;
    const url = apiUrl('/group-members', this.group.place()?.memberToken ?? '', 'order');
    const placed = await this.api.post<PlacedOrderView>(url, order, { idempotencyKey });
    this.own.restore([]);
    this.group.forget();
    return placed;
  }
}

/** The checkout as it is, about the whole basket. */
export const GROUP_CHECKOUT: readonly Provider[] = [
  WholeBasket,
  { provide: BasketStore, useExisting: WholeBasket },
  GroupPlacement,
  { provide: Placement, useExisting: GroupPlacement },
  BasketMoves,
  OrderProblem,
  PriceChanges,
  QuoteStore,
  RefusalWords,
];
