import { DatePipe } from '@angular/common';
import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Announcer } from '../../core/a11y/announcer';
import { Banner } from '../../ui/banner/banner';
import { DialogSheet } from '../../ui/dialog-sheet/dialog-sheet';
import { Icon } from '../../ui/icon/icon';
import { BasketAction } from '../basket/basket-action';
import type { StoredLine } from '../basket/basket-line';
import { BasketLines } from '../basket/basket-lines';
import { BasketStore } from '../basket/basket-store';
import { ItemSheet } from '../item/item-sheet';
import { OrderingState } from '../restaurant/ordering-state';
import { RestaurantHeader } from '../restaurant/restaurant-header';
import { RestaurantStore } from '../restaurant/restaurant-store';
import { RestaurantWords } from '../restaurant/restaurant-words';
import { LastOrder } from '../tracking/last-order';
import { DietFilter } from './diet-filter';
import { DietSheet } from './diet-sheet';
import { MenuBoard } from './menu-board';
import { MenuSections } from './menu-sections';
import { OrderBar } from './order-bar';
import { SearchField } from './search-field';
import { SectionTabs } from './section-tabs';

/** Where people land: the whole menu, and the basket beside or below it. */
@Component({
  selector: 'app-menu-page',
  imports: [
    Banner,
    BasketAction,
    BasketLines,
    DatePipe,
    DialogSheet,
    DietSheet,
    Icon,
    ItemSheet,
    MenuSections,
    OrderBar,
    RestaurantHeader,
    RouterLink,
    SearchField,
    SectionTabs,
  ],
  templateUrl: './menu-page.html',
  styleUrl: './menu-page.css',
})
export class MenuPage {
  /** From the address: the table's code, the restaurant, what is open. */
  readonly tableToken = input<string>();
  readonly location = input<string>();
  readonly item = input<string>();
  readonly line = input<string>();
  // eslint-disable-next-line @angular-eslint/no-input-rename -- the name in the address; `basket` is the store here
  readonly basketView = input<string | undefined>(undefined, { alias: 'basket' });

  protected readonly restaurant = inject(RestaurantStore);
  protected readonly ordering = inject(OrderingState);
  protected readonly words = inject(RestaurantWords);
  protected readonly board = inject(MenuBoard);
  protected readonly basket = inject(BasketStore);
  protected readonly filter = inject(DietFilter);
  protected readonly lastOrder = inject(LastOrder);
  private readonly router = inject(Router);
  private readonly announcer = inject(Announcer);

  protected readonly dietOpen = signal(false);
  protected readonly sections = computed(() => this.board.sections().map(({ section }) => section));
  protected readonly order = computed(() => {
    const order = this.lastOrder.order();
    return order?.locationId === this.restaurant.location()?.id ? order : null;
  });
  protected readonly filterLabel = computed(() => {
    const count = this.filter.count();
    return count === 0
      ? $localize`:@@guest.diet.open:Diet and allergens`
      : $localize`:@@guest.diet.openCount:Diet and allergens · ${count}:count:`;
  });
  protected readonly ghosts = [0, 1, 2, 3, 4, 5];
  protected readonly basketHeading = $localize`:@@guest.basket.heading:Your order`;

  constructor() {
    this.restaurant.watch();
    effect(() => {
      const place = { tableToken: this.tableToken(), locationId: this.location() };
      untracked(() => this.restaurant.enter(place));
    });
    effect(() => {
      if (this.board.searching() === '') return;
      const found = this.board.found();
      this.announcer.polite($localize`:@@guest.menu.found:${found}:count: dishes found.`);
    });
  }

  protected openDish(itemId: string): void {
    this.show({ item: itemId, line: null });
  }

  /** Another dish in the place of the open one: back leads to the menu, not through all that was looked at. */
  protected openOther(itemId: string): void {
    this.show({ item: itemId, line: null }, { replaceUrl: true });
  }

  protected edit(line: StoredLine): void {
    this.show({ item: line.itemId, line: line.id, basket: null });
  }

  protected openBasket(): void {
    this.show({ basket: 'open' });
  }

  protected closeSheets(): void {
    this.show({ item: null, line: null, basket: null }, { replaceUrl: true });
  }

  private show(queryParams: Record<string, string | null>, extras: { replaceUrl?: boolean } = {}): void {
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge', ...extras });
  }
}
