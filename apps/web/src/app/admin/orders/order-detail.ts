import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  isDishChangeable,
  type DeliveryAddress,
  type OrderLineView,
  type OrderOptionView,
  type StaffOrderView,
} from '@comanda/shared';
import { MoneyPipe } from '../../core/money/money.pipe';
import { SessionStore } from '../../core/session/session-store';
import { Clock } from '../../core/time/clock';
import { ClockTimePipe } from '../../core/time/clock-time.pipe';
import { Banner } from '../../ui/banner/banner';
import { Icon } from '../../ui/icon/icon';
import { problemWords } from '../words/problem-words';
import { momentWords } from '../words/moment';
import { ago } from '../words/since';
import { historyOf } from './event-words';
import { OrderActions } from './order-actions';
import { owes } from './order-filter';
import { OrderStore } from './order-store';
import { OrdersStore } from './orders-store';
import { summaryOf, whereWords } from './order-summary';
import { LINE_STATE_NAMES, METHOD_NAMES, ORDER_TEXTS, SOURCE_NAMES, STATE_NAMES } from './order-texts';

interface OptionWords {
  readonly text: string;
  readonly depth: number;
  readonly removal: boolean;
}

/** All about one order: what to do with it, the dishes, the money, and what happened by whom. */
@Component({
  selector: 'app-order-detail',
  imports: [Banner, ClockTimePipe, Icon, MoneyPipe, OrderActions, RouterLink],
  templateUrl: './order-detail.html',
  styleUrl: './order-detail.css',
})
export class OrderDetail {
  protected readonly store = inject(OrderStore);
  private readonly orders = inject(OrdersStore);
  private readonly session = inject(SessionStore);
  protected readonly clock = inject(Clock);
  protected readonly t = ORDER_TEXTS;
  protected readonly stateNames = STATE_NAMES;
  protected readonly lineStates = LINE_STATE_NAMES;
  protected readonly methods = METHOD_NAMES;
  protected readonly sources = SOURCE_NAMES;
  protected readonly ago = ago;
  protected readonly owes = owes;
  protected readonly history = computed(() => historyOf(this.store.history()));
  protected readonly failure = computed(() => {
    const problem = this.store.failure();
    if (problem === null) return null;
    return problem.code === 'not_found' ? this.t.notFound : `${this.t.failed} ${problemWords(problem)}`;
  });

  protected where(order: StaffOrderView): string {
    return whereWords(order.fulfilment, order.guest?.name);
  }

  protected day(at: string): string {
    return momentWords(at, this.clock.now(), this.store.order()?.location.timezone ?? 'UTC');
  }

  protected addressLine({ street, postcode, city, details }: DeliveryAddress): string {
    const line = `${street}, ${[postcode, city].filter(Boolean).join(' ')}`;
    return details === undefined ? line : `${line} · ${details}`;
  }

  protected options(options: readonly OrderOptionView[], depth = 0): readonly OptionWords[] {
    return options.flatMap((option) => {
      const removal = option.groupKind === 'removal';
      const times = option.quantity > 1 ? `${option.quantity} × ` : '';
      const text = removal ? this.t.without(option.name) : times + option.name;
      return [{ text, depth, removal }, ...this.options(option.options, depth + 1)];
    });
  }

  protected mayChange({ state }: StaffOrderView, { kitchenState }: OrderLineView): boolean {
    return isDishChangeable(state, kitchenState) && this.session.may('orders.cancel');
  }

  protected take(order: StaffOrderView): void {
    this.store.take(order);
    this.orders.take(summaryOf(order));
  }
}
