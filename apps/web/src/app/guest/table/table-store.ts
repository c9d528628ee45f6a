import { Injectable, computed, inject, linkedSignal } from '@angular/core';
import type { CallKind, GuestCallView, GuestTableView, OrderView } from '@comanda/shared';
import { apiUrl } from '../../core/api/api-url';
import { PublicApi, apiResource } from '../../core/api/public-api';
import { DeviceStorage } from '../../core/device/device-storage';
import { openLiveFeed } from '../../core/live/live-feed';
import { RestaurantStore } from '../restaurant/restaurant-store';
import { LastOrder } from '../tracking/last-order';

const OWN = 'comanda.own-rounds';

/** An order that this device placed, and the code of the table at which it stood then. */
interface OwnRound {
  readonly number: number;
  readonly trackingToken: string;
  readonly tableToken: string;
}

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
  private readonly placed = linkedSignal<OwnRound | null, readonly OwnRound[]>({
    source: () => this.lastPlaced(),
    computation: (round, before) => {
      const known = before?.value ?? readRounds(this.storage.read(OWN));
      if (round === null || known.some(({ trackingToken }) => trackingToken === round.trackingToken)) return known;
      this.storage.write(OWN, [...known, round]);
      return [...known, round];
    },
  });
  /** The numbers of the orders that this device placed at this table. */
  readonly own = computed(() => this.placedHere().map(({ number }) => number));
  private readonly placedHere = computed(() =>
    this.placed().filter(({ tableToken }) => tableToken === this.restaurant.tableToken()),
  );
  private readonly lastHere = apiResource<OrderView>(() => {
    const round = this.placedHere().at(-1);
    return round === undefined ? undefined : apiUrl('/tracking', round.trackingToken);
  });
  /** The table to which this guest's rounds were taken; null while they are here. */
  readonly movedTo = computed(() => {
    const [order, table] = [this.lastHere.hasValue() ? this.lastHere.value() : undefined, this.restaurant.table()];
    const { tableId, tableName = null } = order?.fulfilment ?? {};
    return table === null || tableId === undefined || tableId === table.id ? null : tableName;
  });
  /** Not the picture itself: the feed would be opened anew with each one. */
  private readonly feedUrl = computed(() => {
    const path = this.path();
    return path === null || this.table() === null ? null : `${path}/live`;
  });
  readonly feed = openLiveFeed({
    url: () => this.feedUrl(),
    events: ['table'],
    onEvent: ({ data }) => {
      this.table.set(data as GuestTableView);
      this.lastHere.reload();
    },
    onGap: () => this.look(),
    // What happened before the feed stood is not repeated by it.
    onOpen: () => this.look(),
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

  private look(): void {
    this.picture.reload();
    this.lastHere.reload();
  }

  private lastPlaced(): OwnRound | null {
    const [order, tableToken] = [this.lastOrder.order(), this.restaurant.tableToken()];
    if (order === null || tableToken === null || order.locationId !== this.restaurant.location()?.id) return null;
    return { number: order.number, trackingToken: order.trackingToken, tableToken };
  }
}

function readRounds(stored: unknown): OwnRound[] {
  return Array.isArray(stored) ? stored.filter(isRound) : [];
}

function isRound(entry: unknown): entry is OwnRound {
  if (typeof entry !== 'object' || entry === null) return false;
  const { number, trackingToken, tableToken } = entry as Partial<Record<keyof OwnRound, unknown>>;
  return typeof number === 'number' && typeof trackingToken === 'string' && typeof tableToken === 'string';
}
