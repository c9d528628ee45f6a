import { Component, LOCALE_ID, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { GuestOrderPage, GuestOrderView } from '@comanda/shared';
import { MoneyPipe } from '../../core/money/money.pipe';
import { Banner } from '../../ui/banner/banner';
import { GuestSheets } from '../guest-sheets';
import { PastOrder } from '../reorder/past-order';
import { RestaurantStore } from '../restaurant/restaurant-store';
import { statusWord } from '../tracking/tracking-words';
import { COMMON_TEXTS } from '../words/common-texts';
import { AccountStore } from './account-store';
import { ACCOUNT_TEXTS } from './account-texts';

/** What the guest ordered, wherever and on whatever device. */
@Component({
  selector: 'app-orders-page',
  imports: [Banner, MoneyPipe, RouterLink],
  templateUrl: './orders-page.html',
  styleUrl: './account-part.css',
})
export class OrdersPage {
  protected readonly t = ACCOUNT_TEXTS;
  protected readonly common = COMMON_TEXTS;
  private readonly store = inject(AccountStore);
  private readonly past = inject(PastOrder);
  private readonly sheets = inject(GuestSheets);
  private readonly restaurant = inject(RestaurantStore);
  private readonly router = inject(Router);
  private readonly locale = inject(LOCALE_ID);

  protected readonly orders = signal<readonly GuestOrderView[]>([]);
  protected readonly cursor = signal<string | null>(null);
  protected readonly loading = signal(false);
  protected readonly failed = signal(false);
  protected readonly stateWord = statusWord;

  constructor() {
    void this.more();
  }

  protected async more(): Promise<void> {
    if (this.loading()) return;
    this.loading.set(true);
    this.failed.set(false);
    try {
      const cursor = this.cursor();
      const page = await this.store.get<GuestOrderPage>(cursor === null ? '/orders' : `/orders?cursor=${cursor}`);
      this.orders.update((orders) => [...orders, ...page.data]);
      this.cursor.set(page.nextCursor ?? null);
    } catch {
      this.failed.set(true);
    } finally {
      this.loading.set(false);
    }
  }

  /** The menu says what of it can be had today, before anything is in the basket. */
  protected again({ location, lines }: GuestOrderView): void {
    this.past.replace(location.id, lines);
    this.sheets.reorderOpen.set(true);
    const here = this.restaurant.location()?.id === location.id;
    const { path, queryParams } = here
      ? this.restaurant.menuLink()
      : { path: ['/'], queryParams: { location: location.id } };
    void this.router.navigate(path, { queryParams });
  }

  protected dishesOf({ lines }: GuestOrderView): string {
    return lines.map(({ name, quantity }) => (quantity === 1 ? name : `${quantity} × ${name}`)).join(', ');
  }

  protected whenWords({ placedAt, location: { timezone: timeZone } }: GuestOrderView): string {
    const format = new Intl.DateTimeFormat(this.locale, { timeZone, dateStyle: 'medium', timeStyle: 'short' });
    return format.format(new Date(placedAt));
  }

  protected numberWords({ number }: GuestOrderView): string {
    return $localize`:@@guest.account.orderNumber:Order ${number}:number:`;
  }

  protected againLabel(order: GuestOrderView): string {
    return `${this.t.again}: ${this.dishesOf(order)}`;
  }

  protected lookLabel(order: GuestOrderView): string {
    return `${this.t.look}: ${this.numberWords(order)}, ${this.whenWords(order)}`;
  }
}
