import { Component, LOCALE_ID, computed, inject } from '@angular/core';
import { formatMinor } from '@comanda/shared';
import { priceBasket } from '@comanda/shared/pricing';
import { Announcer } from '../../core/a11y/announcer';
import { Icon } from '../../ui/icon/icon';
import { BasketStore } from '../basket/basket-store';
import { GuestSheets } from '../guest-sheets';
import { injectOffSaleWords } from '../menu/dish-words';
import { MenuBoard } from '../menu/menu-board';
import { OrderingState } from '../restaurant/ordering-state';
import { FulfilmentStore } from '../fulfilment/fulfilment-store';
import { RestaurantStore } from '../restaurant/restaurant-store';
import { PastOrder } from './past-order';
import { reorderOf, type MissingReason } from './reorder';
import { REORDER_TEXTS } from './reorder-texts';

/** The last order of this device once more, in one tap, with what is missing today said before. */
@Component({
  selector: 'app-reorder-notice',
  imports: [Icon],
  templateUrl: './reorder-notice.html',
  styleUrl: './reorder-notice.css',
})
export class ReorderNotice {
  protected readonly t = REORDER_TEXTS;
  private readonly board = inject(MenuBoard);
  private readonly basket = inject(BasketStore);
  private readonly restaurant = inject(RestaurantStore);
  private readonly fulfilment = inject(FulfilmentStore);
  private readonly ordering = inject(OrderingState);
  private readonly sheets = inject(GuestSheets);
  private readonly past = inject(PastOrder);
  private readonly announcer = inject(Announcer);
  private readonly locale = inject(LOCALE_ID);
  private readonly offSaleWords = injectOffSaleWords();

  /** It was chosen from the orders of an account. */
  private readonly chosen = inject(GuestSheets).reorderOpen;
  protected readonly heading = computed(() => (this.chosen() ? this.t.chosen : this.t.heading));
  protected readonly reorder = computed(() => {
    const [offer, location] = [this.board.offer(), this.restaurant.location()];
    if (offer === null || location === null || !(this.basket.isEmpty() || this.chosen())) return null;
    const past = this.past.read(location.id);
    return past.length === 0 ? null : reorderOf(offer, past, location.timezone);
  });
  protected readonly dishes = computed(() =>
    (this.reorder()?.lines ?? []).map(({ itemId, quantity }) => {
      const name = this.board.dishes().get(itemId)?.item.name ?? itemId;
      return quantity === 1 ? name : `${quantity} × ${name}`;
    }),
  );
  protected readonly missing = computed(() =>
    (this.reorder()?.missing ?? []).map(({ name, reason }) => `${name}: ${this.reasonWords(reason)}`),
  );
  protected readonly changed = computed(() =>
    (this.reorder()?.changed ?? []).map(
      (name) => $localize`:@@guest.reorder.changed:${name}:dish: comes without a choice that is gone`,
    ),
  );
  protected readonly mayOrder = computed(() => this.ordering.mayCollect() && this.dishes().length > 0);
  protected readonly action = computed(() => {
    const offer = this.board.offer();
    if (offer === null) return '';
    const basket = { lines: this.reorder()?.lines ?? [], fulfilment: this.fulfilment.type() };
    const { totalMinor, currency } = priceBasket(offer.index, basket, offer.menu).priced;
    return $localize`:@@guest.reorder.again:Order again · ${formatMinor(totalMinor, currency, this.locale)}:total:`;
  });

  protected again(): void {
    const reorder = this.reorder();
    if (reorder === null) return;
    const count = reorder.lines.length;
    for (const line of reorder.lines) this.basket.add(line);
    this.chosen.set(false);
    this.announcer.polite($localize`:@@guest.reorder.added:${count}:count: dishes of your last order added.`);
    this.sheets.openBasket();
  }

  private reasonWords(reason: MissingReason): string {
    if (reason.kind === 'off') return this.offSaleWords({ sellability: reason.sale }) ?? '';
    return reason.kind === 'gone' ? this.t.gone : this.t.choose;
  }
}
