import { httpResource } from '@angular/common/http';
import { DestroyRef, Injectable, computed, inject } from '@angular/core';
import type { OrderSummaryView, Page } from '@comanda/shared';
import { apiUrl } from '../../core/api/api-client';
import { SessionStore } from '../../core/session/session-store';
import { OfficeFeed } from '../live/office-feed';

/** Orders about which the kitchen has not answered in time, live. */
@Injectable()
export class UnansweredOrders {
  private readonly session = inject(SessionStore);
  private readonly list = httpResource<Page<OrderSummaryView>>(() => {
    const id = this.session.locationId();
    if (id === null || !this.session.may('orders.read')) return undefined;
    return { url: apiUrl('/locations', id, 'orders'), params: { kitchenUnanswered: true } };
  });

  /** The oldest first. */
  readonly orders = computed(() => (this.list.hasValue() ? [...this.list.value().data].reverse() : []));

  constructor() {
    const stop = inject(OfficeFeed).listen({
      onEvent: ({ type, subject }) => {
        const answered = type === 'order.changed' && this.orders().some(({ id }) => id === subject.id);
        if (type === 'order.escalated' || answered) this.list.reload();
      },
      onRefetch: () => this.list.reload(),
    });
    inject(DestroyRef).onDestroy(stop);
  }
}
