import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { Router } from '@angular/router';
import { FULFILMENT_TYPES, type FulfilmentType, type OrderSummaryView } from '@comanda/shared';
import { Announcer } from '../../core/a11y/announcer';
import { Connectivity } from '../../core/device/connectivity';
import { formatClockTime } from '../../core/time/clock-time.pipe';
import { Banner } from '../../ui/banner/banner';
import { Icon } from '../../ui/icon/icon';
import { LazyPart, type PartLoader } from '../../ui/lazy/lazy-part';
import { Toasts } from '../../ui/toast/toasts';
import { lostFocusTo } from '../shell/lost-focus';
import { OfficeLocation } from '../shell/office-location';
import { SidePanel } from '../shell/side-panel';
import { OrderCommands, type OrderDeed } from './order-commands';
import { readFilter } from './order-filter';
import { OrderStore } from './order-store';
import { summaryOf } from './order-summary';
import { ORDERS_TEXTS, ORDER_TEXTS } from './order-texts';
import { OrdersStore } from './orders-store';
import { OrdersTable } from './orders-table';
import { valueOf } from '../words/value-of';

const TYPE_LABELS: Readonly<Record<FulfilmentType, string>> = {
  'dine-in': ORDERS_TEXTS.dineIn,
  pickup: ORDERS_TEXTS.pickup,
  delivery: ORDERS_TEXTS.delivery,
};

/** Live orders. The address holds the filters and which order is open. */
@Component({
  selector: 'app-orders-page',
  imports: [Banner, Icon, LazyPart, OrdersTable, SidePanel],
  providers: [OrderCommands, OrderStore, OrdersStore],
  templateUrl: './orders-page.html',
  styleUrl: './orders-page.css',
})
export class OrdersPage {
  readonly show = input<string>();
  readonly type = input<string>();
  readonly pay = input<string>();
  readonly q = input<string>();
  readonly order = input<string>();

  protected readonly textOf = valueOf;
  protected readonly store = inject(OrdersStore);
  private readonly one = inject(OrderStore);
  private readonly commands = inject(OrderCommands);
  private readonly router = inject(Router);
  private readonly announcer = inject(Announcer);
  private readonly toasts = inject(Toasts);
  private readonly office = inject(OfficeLocation);
  protected readonly online = inject(Connectivity).online;
  protected readonly t = ORDERS_TEXTS;
  /** The list is there without it. */
  protected readonly detail: PartLoader = () => import('./order-detail').then((file) => file.OrderDetail);
  protected readonly busy = signal<ReadonlySet<string>>(new Set());
  private acted: string | null = null;
  private readonly keepFocus = lostFocusTo(() => document.getElementById(`open-${this.acted}`));
  protected readonly types = computed(() =>
    FULFILMENT_TYPES.filter((type) => this.office.location()?.fulfilmentTypes.includes(type) ?? false).map((type) => ({
      type,
      label: TYPE_LABELS[type],
    })),
  );

  protected readonly heading = computed(() => {
    const number = this.one.order()?.number;
    return number === undefined ? ORDER_TEXTS.unnamed : ORDER_TEXTS.heading(number);
  });
  protected readonly filtered = computed(() => {
    const { type, unpaid, text } = this.store.filter();
    return type !== null || unpaid || text !== '';
  });
  protected readonly emptyWords = computed(() => {
    if (this.filtered()) return this.t.emptyFilter;
    if (this.store.filter().show === 'over') return this.t.emptyOver;
    const last = this.store.lastPlacedAt();
    return last === null ? this.t.emptyOpen : this.t.emptyLast(formatClockTime(last, this.office.timezone(), 'en'));
  });
  protected readonly pill = computed(() => {
    const [arrivals, moved] = [this.store.arrivals(), this.store.moved()];
    const words = [...(arrivals > 0 ? [this.t.arrivals(arrivals)] : []), ...(moved > 0 ? [this.t.moved(moved)] : [])];
    return words.length === 0 ? null : words.join(', ');
  });

  constructor() {
    effect(() => {
      const filter = readFilter({ show: this.show(), type: this.type(), pay: this.pay(), q: this.q() });
      untracked(() => this.store.show(filter));
    });
    effect(() => this.one.open(this.order() ?? null));
    effect(() => {
      const count = this.store.arrivals();
      if (count > 0) this.announcer.polite(this.t.arrivals(count));
    });
  }

  protected filterBy(params: Readonly<Record<string, string | null>>): void {
    void this.router.navigate([], { queryParams: params, queryParamsHandling: 'merge', replaceUrl: 'q' in params });
  }

  protected clearFilters(): void {
    this.filterBy({ type: null, pay: null, q: null });
  }

  protected open(id: string): void {
    void this.router.navigate([], { queryParams: { order: id }, queryParamsHandling: 'merge' });
  }

  protected close(): void {
    void this.router.navigate([], { queryParams: { order: null }, queryParamsHandling: 'merge' });
  }

  /** The one deed that is next, straight from the row. */
  protected async next(row: OrderSummaryView, deed: OrderDeed): Promise<void> {
    if (this.busy().has(row.id)) return;
    this.busy.update((ids) => new Set(ids).add(row.id));
    const { order, refusal } = await this.commands.run(row, deed);
    this.busy.update((ids) => new Set([...ids].filter((id) => id !== row.id)));
    if (order !== null) this.store.take(summaryOf(order));
    this.acted = row.id;
    this.keepFocus();
    if (order !== null && this.order() === order.id) this.one.take(order);
    const text = refusal ?? ORDER_TEXTS.done[deed.kind](row.number);
    this.announcer.polite(text);
    this.toasts.show(refusal === null ? { text } : { kind: 'failed', text });
  }
}
