import { Injectable, computed, inject, linkedSignal } from '@angular/core';
import type { CallKind, GuestCallView, GuestTableView } from '@comanda/shared';
import { apiUrl } from '../../core/api/api-url';
import { PublicApi, apiResource } from '../../core/api/public-api';
import { DeviceStorage } from '../../core/device/device-storage';
import { openLiveFeed } from '../../core/live/live-feed';
import { RestaurantStore } from '../restaurant/restaurant-store';
import { LastOrder } from '../tracking/last-order';

const OWN = 'comanda.own-rounds';

/** The table as its guests see it, live: what everybody there ordered, and whether somebody comes. */
@Injectable()
export class TableStore {
  private readonly api = inject(PublicApi);
  private readonly storage = inject(DeviceStorage).tab;
  private readonly restaurant = inject(RestaurantStore);
  private readonly lastOrder = inject(LastOrder);
  private readonly path = computed(() => {
    const token = this.restaurant.tableToken();
    return token === null ? null : apiUrl('/tables', token);
  });
  private readonly picture = apiResource<GuestTableView>(() => {
    const path = this.path();
    return path === null ? undefined : `${path}/sitting`;
  });

  /** The last picture stays while another is on its way. */
  readonly table = linkedSignal<GuestTableView | null, GuestTableView | null>({
    source: () => (this.picture.hasValue() ? this.picture.value() : null),
    computation: (fresh, before) => fresh ?? before?.value ?? null,
  });
  /** The numbers of the orders that this device placed. */
  readonly own = linkedSignal<number | undefined, readonly number[]>({
    source: () => this.lastOrder.order()?.number,
    computation: (number, before) => {
      const known = before?.value ?? readNumbers(this.storage.read(OWN));
      if (number === undefined || known.includes(number)) return known;
      this.storage.write(OWN, [...known, number]);
      return [...known, number];
    },
  });
  readonly feed = openLiveFeed({
    url: () => {
      const path = this.path();
      return path === null || this.table() === null ? null : `${path}/live`;
    },
    events: ['table'],
    onEvent: ({ data }) => this.table.set(data as GuestTableView),
    onGap: () => this.picture.reload(),
    // What happened before the feed stood is not repeated by it.
    onOpen: () => this.picture.reload(),
  });

  /** The last call of a kind. */
  callOf(kind: CallKind): GuestCallView | undefined {
    return this.table()?.calls.findLast((call) => call.kind === kind);
  }

  /** Throws an ApiProblem. */
  async call(kind: CallKind): Promise<void> {
    const path = this.path();
    if (path === null) return;
    await this.api.post<GuestCallView>(`${path}/calls`, { kind });
    this.picture.reload();
  }
}

function readNumbers(stored: unknown): number[] {
  return Array.isArray(stored) ? stored.filter((each): each is number => typeof each === 'number') : [];
}
