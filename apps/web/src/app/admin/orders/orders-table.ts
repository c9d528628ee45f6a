import { Component, inject, input, output } from '@angular/core';
import type { OrderSummaryView } from '@comanda/shared';
import { MoneyPipe } from '../../core/money/money.pipe';
import { Connectivity } from '../../core/device/connectivity';
import { SessionStore } from '../../core/session/session-store';
import { ClockTimePipe } from '../../core/time/clock-time.pipe';
import { Clock } from '../../core/time/clock';
import { OfficeLocation } from '../shell/office-location';
import { ago } from '../words/since';
import type { OrderDeed } from './order-commands';
import { owes } from './order-filter';
import { whereWords } from './order-summary';
import { LANE_NAMES, ORDER_TEXTS, ORDERS_TEXTS, STATE_NAMES } from './order-texts';
import type { LaneView } from './orders-store';

export interface NextDeed {
  readonly order: OrderSummaryView;
  readonly deed: OrderDeed;
}

/** The orders in lanes: one real table, a group of rows a lane. */
@Component({
  selector: 'app-orders-table',
  imports: [ClockTimePipe, MoneyPipe],
  templateUrl: './orders-table.html',
  styleUrl: './orders-table.css',
})
export class OrdersTable {
  readonly lanes = input.required<readonly LaneView[]>();
  readonly openId = input.required<string | null>();
  readonly busy = input.required<ReadonlySet<string>>();
  readonly opened = output<string>();
  readonly next = output<NextDeed>();

  private readonly session = inject(SessionStore);
  protected readonly online = inject(Connectivity).online;
  protected readonly timezone = inject(OfficeLocation).timezone;
  protected readonly clock = inject(Clock);
  protected readonly t = ORDERS_TEXTS;
  protected readonly laneNames = LANE_NAMES;
  protected readonly stateNames = STATE_NAMES;
  protected readonly ago = ago;
  protected readonly owes = owes;

  /** `Tue 18:45`: the time for which the guest asked. */
  protected promised(at: string): string {
    const timeZone = this.timezone();
    const when = new Date(at).toLocaleString('en-GB', {
      timeZone,
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
    });
    return ORDER_TEXTS.promised(when);
  }

  protected where(order: OrderSummaryView): string {
    return whereWords(order.fulfilment, order.guestName);
  }

  /** The one thing that is usually done next, if this person may. */
  protected nextDeed({ state }: OrderSummaryView): OrderDeed | null {
    if (state === 'placed' && this.session.may('orders.accept')) return { kind: 'accept' };
    if (state === 'ready' && this.session.may('orders.hand-over')) return { kind: 'hand-over' };
    if (state === 'out-for-delivery' && this.session.may('orders.hand-over')) return { kind: 'deliver' };
    return null;
  }

  protected readonly deedWords: Readonly<Partial<Record<OrderDeed['kind'], string>>> = {
    accept: this.t.accept,
    'hand-over': this.t.handOver,
    deliver: this.t.deliver,
  };

  protected press(order: OrderSummaryView, deed: OrderDeed): void {
    if (this.online() && !this.busy().has(order.id)) this.next.emit({ order, deed });
  }
}
