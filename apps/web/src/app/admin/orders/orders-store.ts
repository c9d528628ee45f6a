import { DestroyRef, Injectable, computed, inject, signal } from '@angular/core';
import { ORDER_STATES, isFinal, type EventView, type OrderSummaryView, type Page } from '@comanda/shared';
import { ApiClient, apiUrl } from '../../core/api/api-client';
import { toApiProblem, type ApiProblem } from '../../core/api/api-problem';
import { SessionStore } from '../../core/session/session-store';
import { OfficeFeed } from '../live/office-feed';
import { LANES, laneOf, type Lane } from './lanes';
import { matches, readFilter, type OrderFilter } from './order-filter';

export interface LaneView {
  readonly lane: Lane;
  readonly orders: readonly OrderSummaryView[];
}

const PAGE_SIZE = 100;
const MOST_OPEN_PAGES = 10;
const FINAL_STATES = ORDER_STATES.filter(isFinal);

/**
 * The orders of the restaurant, live. The list that is drawn is arranged only when somebody asks: until then rows
 * change in place, new orders wait behind a count, and nothing moves under a finger.
 */
@Injectable()
export class OrdersStore {
  private readonly api = inject(ApiClient);
  private readonly session = inject(SessionStore);
  private readonly known = signal<ReadonlyMap<string, OrderSummaryView>>(new Map());
  private readonly wanted = signal<OrderFilter>(readFilter({}));
  /** Where each drawn order stands, in the order in which they are drawn. */
  private readonly arranged = signal<ReadonlyMap<string, Lane>>(new Map());
  private readonly cursor = signal<string | null>(null);
  private readonly problem = signal<ApiProblem | null>(null);
  private readonly loadedShow = signal<OrderFilter['show'] | null>(null);
  private readonly fetching = signal(false);
  private again = false;

  readonly filter = this.wanted.asReadonly();
  readonly failure = this.problem.asReadonly();
  readonly loading = computed(() => this.loadedShow() !== this.wanted().show && this.problem() === null);
  readonly fetchingMore = this.fetching.asReadonly();
  readonly hasMore = computed(() => this.cursor() !== null);

  private readonly matching = computed(() => [...this.known().values()].filter((each) => matches(each, this.wanted())));
  /** Orders that wait behind the pill. */
  readonly arrivals = computed(() => this.matching().filter(({ id }) => !this.arranged().has(id)).length);
  /** Drawn orders that belong elsewhere by now. */
  readonly moved = computed(
    () => [...this.arranged()].filter(([id, lane]) => this.known().get(id) && this.laneNow(id) !== lane).length,
  );
  readonly lanes = computed<readonly LaneView[]>(() => {
    const [known, arranged] = [this.known(), this.arranged()];
    const drawn = [...arranged].flatMap(([id, lane]) => {
      const order = known.get(id);
      return order === undefined ? [] : [{ lane, order }];
    });
    return LANES.map((lane) => ({
      lane,
      orders: drawn.filter((each) => each.lane === lane).map(({ order }) => order),
    })).filter(({ orders }) => orders.length > 0);
  });
  readonly isEmpty = computed(() => this.lanes().length === 0);
  /** When the last order that we know of came in. */
  readonly lastPlacedAt = computed(
    () =>
      [...this.known().values()]
        .map(({ placedAt }) => placedAt)
        .sort()
        .at(-1) ?? null,
  );

  constructor() {
    const stop = inject(OfficeFeed).listen({
      onEvent: (event) => this.hear(event),
      onRefetch: () => void this.load(),
    });
    inject(DestroyRef).onDestroy(stop);
  }

  /** Another filter is another question, so its answer is arranged at once. */
  show(filter: OrderFilter): void {
    const before = this.wanted();
    this.wanted.set(filter);
    if (filter.show !== before.show || this.loadedShow() === null) void this.load();
    else this.arrange();
  }

  /** Puts new orders into the list and moved ones where they belong. */
  arrange(): void {
    const rows = this.matching().sort((one, other) => this.compare(one, other));
    this.arranged.set(new Map(rows.map((order) => [order.id, laneOf(order)])));
  }

  /** What a command of this person did shows at once, in its new place. */
  take(order: OrderSummaryView): void {
    this.keep([order]);
    if (!this.arranged().has(order.id)) return;
    this.arranged.update((rows) => new Map(rows).set(order.id, laneOf(order)));
  }

  async load(): Promise<void> {
    if (this.fetching()) return void (this.again = true);
    const { show } = this.wanted();
    this.fetching.set(true);
    try {
      await this.fetchAll(show);
      const first = this.loadedShow() !== show;
      this.loadedShow.set(show);
      this.problem.set(null);
      if (first || this.arranged().size === 0) this.arrange();
    } catch (error) {
      this.problem.set(toApiProblem(error));
    } finally {
      this.fetching.set(false);
    }
    if (!this.again) return;
    this.again = false;
    await this.load();
  }

  /** The next page of what is over. */
  async loadMore(): Promise<void> {
    const cursor = this.cursor();
    if (cursor === null || this.fetching()) return;
    this.fetching.set(true);
    try {
      await this.fetchPage('over', cursor);
      this.arrange();
    } catch (error) {
      this.problem.set(toApiProblem(error));
    } finally {
      this.fetching.set(false);
    }
  }

  private async fetchAll(show: OrderFilter['show']): Promise<void> {
    if (show === 'over') return void (await this.fetchPage(show, null));
    const seen = new Set<string>();
    let cursor: string | null = null;
    for (let page = 0; page < MOST_OPEN_PAGES && (page === 0 || cursor !== null); page += 1) {
      const { data, nextCursor }: Page<OrderSummaryView> = await this.fetchPage(show, cursor);
      data.forEach(({ id }) => seen.add(id));
      cursor = nextCursor ?? null;
    }
    this.cursor.set(null);
    if (cursor === null) this.forgetOpenExcept(seen);
  }

  private async fetchPage(show: OrderFilter['show'], cursor: string | null): Promise<Page<OrderSummaryView>> {
    const url = apiUrl('/locations', this.session.locationId() ?? '', 'orders');
    const page = await this.api.get<Page<OrderSummaryView>>(url, {
      state: show === 'open' ? ['open'] : FINAL_STATES,
      limit: PAGE_SIZE,
      ...(cursor === null ? {} : { cursor }),
    });
    this.keep(page.data);
    this.cursor.set(page.nextCursor ?? null);
    return page;
  }

  /** Open orders that the server no longer lists were finished while we did not hear it. */
  private forgetOpenExcept(seen: ReadonlySet<string>): void {
    this.known.update((known) => new Map([...known].filter(([id, order]) => isFinal(order.state) || seen.has(id))));
  }

  private hear({ subject, seq, data }: EventView): void {
    if (subject.kind !== 'order') return;
    if (isSummary(data['order'])) return this.keep([data['order']]);
    const order = this.known().get(subject.id);
    if (order !== undefined && seq > order.version) this.keep([{ ...order, version: seq }]);
  }

  /** News may overtake each other; the newest version stays. */
  private keep(orders: readonly OrderSummaryView[]): void {
    this.known.update((known) => {
      const next = new Map(known);
      for (const order of orders) {
        if (order.version >= (known.get(order.id)?.version ?? 0)) next.set(order.id, order);
      }
      return next;
    });
  }

  private laneNow(id: string): Lane | null {
    const order = this.known().get(id);
    return order === undefined ? null : laneOf(order);
  }

  /** The oldest first while it is open; the latest first once it is over. */
  private compare(one: OrderSummaryView, other: OrderSummaryView): number {
    const byTime = one.placedAt.localeCompare(other.placedAt) || one.number - other.number;
    return this.wanted().show === 'open' ? byTime : -byTime;
  }
}

function isSummary(value: unknown): value is OrderSummaryView {
  return typeof value === 'object' && value !== null && 'id' in value && 'state' in value && 'version' in value;
}
