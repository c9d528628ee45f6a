import { Injectable, computed, inject } from '@angular/core';
import type { FulfilmentType, LocationView } from '@comanda/shared';
import { Connectivity } from '../../core/device/connectivity';
import { FulfilmentStore } from '../fulfilment/fulfilment-store';
import { RestaurantStore } from './restaurant-store';

/** Why nothing can be ordered now. */
export type OrderingStop = 'offline' | 'old-menu' | 'paused' | 'closed' | 'no-pickup' | 'no-dine-in' | 'table-unknown';

/** Whether this guest can order now, and what stands against it. */
@Injectable({ providedIn: 'root' })
export class OrderingState {
  private readonly restaurant = inject(RestaurantStore);
  private readonly fulfilment = inject(FulfilmentStore);
  private readonly connectivity = inject(Connectivity);

  readonly stop = computed<OrderingStop | null>(() => {
    if (!this.connectivity.online()) return 'offline';
    if (this.restaurant.tableUnknown()) return 'table-unknown';
    if (this.restaurant.copyFrom() !== null) return 'old-menu';
    const location = this.restaurant.location();
    return location === null ? null : stopAt(location, this.fulfilment.type(), this.fulfilment.time() !== null);
  });
  readonly open = computed(() => this.stop() === null);
  /** A basket may be made ahead of the opening; not when nobody could take it. */
  /** Another time would do. */
  readonly mayWait = computed(
    () => ['paused', 'closed'].includes(this.stop() ?? '') && this.fulfilment.type() !== 'dine-in',
  );
  readonly mayCollect = computed(() => ['paused', 'closed', null].includes(this.stop()));
}

/** For a time at which it is open a closed restaurant takes orders too. */
function stopAt(location: LocationView, fulfilment: FulfilmentType, forLater: boolean): OrderingStop | null {
  if (!location.fulfilmentTypes.includes(fulfilment)) return fulfilment === 'dine-in' ? 'no-dine-in' : 'no-pickup';
  if (location.acceptingOrders || forLater) return null;
  return location.closedReason === 'paused' ? 'paused' : 'closed';
}
