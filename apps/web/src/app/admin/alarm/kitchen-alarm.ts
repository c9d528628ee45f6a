import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon } from '../../ui/icon/icon';
import { ScreensStore } from '../screens/screens-store';
import { sinceWords } from '../screens/since-words';
import { OfficeLocation } from '../shell/office-location';
import { UnansweredOrders } from './unanswered-orders';

export const ALARM_TEXTS = {
  silent: (name: string, since: string) => `${name} has been silent since ${since}. Is it on, and in the network?`,
  screens: 'Screens',
  unanswered: 'The kitchen has not answered about',
  order: (number: number) => `order ${number}`,
};

/** On every page of the office: which screens of the kitchen are silent, and about which orders nobody there answers. */
@Component({
  selector: 'app-kitchen-alarm',
  imports: [Icon, RouterLink],
  providers: [ScreensStore, UnansweredOrders],
  template: `
    <div role="status">
      @for (screen of silent(); track screen.id) {
        <p>
          <app-icon name="triangle-alert" />
          <span
            >{{ screen.words }} <a routerLink="/admin/screens">{{ t.screens }}</a></span
          >
        </p>
      }
      @if (orders().length > 0) {
        <p>
          <app-icon name="triangle-alert" />
          <span>
            {{ t.unanswered }}
            @for (order of orders(); track order.id; let last = $last) {
              <a routerLink="/admin/orders" [queryParams]="{ order: order.id }">{{ t.order(order.number) }}</a>{{
                last ? '.' : ', '
              }}
            }
          </span>
        </p>
      }
    </div>
  `,
  styleUrl: './kitchen-alarm.css',
})
export class KitchenAlarm {
  protected readonly t = ALARM_TEXTS;
  protected readonly orders = inject(UnansweredOrders).orders;
  private readonly store = inject(ScreensStore);
  private readonly timezone = inject(OfficeLocation).timezone;
  protected readonly silent = computed(() =>
    (this.store.screens() ?? []).flatMap(({ id, name, silentSince }) => {
      if (silentSince === undefined) return [];
      return [{ id, words: this.t.silent(name, sinceWords(silentSince, Date.now(), this.timezone())) }];
    }),
  );
}
