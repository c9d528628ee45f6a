import { Injectable, computed, inject } from '@angular/core';
import type { LocationView } from '@comanda/shared';
import { Connectivity } from '../../core/device/connectivity';
import { RestaurantStore } from './restaurant-store';

/** Why nothing can be ordered now. */
export type OrderingStop = 'offline' | 'old-menu' | 'paused' | 'closed' | 'no-pickup' | 'no-dine-in' | 'table-unknown';

/** Whether this guest can order now, and what stands against it. */
@Injectable({ providedIn: 'root' })
export class OrderingState {
  private readonly restaurant = inject(RestaurantStore);
  private readonly connectivity = inject(Connectivity);

  readonly stop = computed<OrderingStop | null>(() => {
    if (!this.connectivity.online()) return 'offline';
    if (this.restaurant.tableUnknown()) return 'table-unknown';
    if (this.restaurant.copyFrom() !== null) return 'old-menu';
    const location = this.restaurant.location();
    return location === null ? null : stopAt(location, this.restaurant.fulfilment());
  });
  readonly open = computed(() => this.stop() === null);
  /** A basket may be made ahead of the opening; not when nobody could take it. */
  readonly mayCollect = computed(() => ['paused', 'closed', null].includes(this.stop()));
}

function stopAt(location: LocationView, fulfilment: 'dine-in' | 'pickup' | 'delivery'): OrderingStop | null {
  if (!location.fulfilmentTypes.includes(fulfilment)) return fulfilment === 'dine-in' ? 'no-dine-in' : 'no-pickup';
  if (location.acceptingOrders) return null;
  return location.closedReason === 'paused' ? 'paused' : 'closed';
}
