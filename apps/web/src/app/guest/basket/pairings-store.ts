import { Injectable, computed, inject } from '@angular/core';
import type { PairingsView } from '@comanda/shared';
import { apiUrl } from '../../core/api/api-url';
import { apiResource } from '../../core/api/public-api';
import { RestaurantStore } from '../restaurant/restaurant-store';

/** What guests of this restaurant often order together; asked once, and done without where no answer comes. */
@Injectable({ providedIn: 'root' })
export class PairingsStore {
  private readonly restaurant = inject(RestaurantStore);
  private readonly answer = apiResource<PairingsView>(() => {
    const id = this.restaurant.location()?.id;
    return id === undefined ? undefined : apiUrl('/locations', id, 'pairings');
  });

  readonly pairings = computed<PairingsView>(() => (this.answer.hasValue() ? this.answer.value() : { data: [] }));
}
