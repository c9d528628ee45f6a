import { Component, computed, inject, linkedSignal } from '@angular/core';
import { pairedWith, photoCut } from '@comanda/shared';
import { MenuText } from '../../core/i18n/menu-text';
import { MoneyPipe } from '../../core/money/money.pipe';
import { Icon } from '../../ui/icon/icon';
import { GuestSheets } from '../guest-sheets';
import { DietFilter } from '../menu/diet-filter';
import type { Dish } from '../menu/dish';
import { MenuBoard } from '../menu/menu-board';
import { OrderingState } from '../restaurant/ordering-state';
import { BasketMoves } from './basket-moves';
import { BasketStore } from './basket-store';
import { BASKET_TEXTS } from './basket-texts';
import { PairingsStore } from './pairings-store';
import { stillShown } from './still-shown';

/** What others had beside these dishes: a hint below the basket, never in the way. */
@Component({
  selector: 'app-paired-dishes',
  imports: [Icon, MenuText, MoneyPipe],
  templateUrl: './paired-dishes.html',
  styleUrl: './paired-dishes.css',
})
export class PairedDishes {
  protected readonly t = BASKET_TEXTS;
  private readonly basket = inject(BasketStore);
  private readonly sheets = inject(GuestSheets);
  private readonly moves = inject(BasketMoves);
  private readonly board = inject(MenuBoard);
  private readonly filter = inject(DietFilter);
  private readonly ordering = inject(OrderingState);
  private readonly store = inject(PairingsStore);

  private readonly chosen = computed(() => [...new Set(this.basket.lines().map(({ itemId }) => itemId))]);
  private readonly offered = computed(() =>
    pairedWith(this.store.pairings(), this.chosen()).filter((id) => this.suits(this.board.dishes().get(id))),
  );
  /** A dish that is taken from here stays where it is, so that nothing slides under the finger. */
  private readonly shown = linkedSignal<Offered, readonly string[]>({
    source: () => ({ chosen: this.chosen(), offered: this.offered() }),
    computation: ({ chosen, offered }, before) =>
      before && stillShown(before.source.chosen, chosen, before.value) ? before.value : offered.slice(0, 3),
  });
  protected readonly dishes = computed(() => {
    if (this.basket.fixed || !this.ordering.mayCollect()) return [];
    return this.shown().flatMap((id) => this.board.dishes().get(id) ?? []);
  });
  protected readonly currency = computed(() => this.board.offer()?.menu.currency ?? 'EUR');

  protected photoOf({ item }: Dish): string | null {
    return item.photo === undefined ? null : (photoCut(item.photo.url, 336, 'jpg') ?? item.photo.url);
  }

  protected isThere({ item }: Dish): boolean {
    return this.basket.quantityOf(item.id) > 0;
  }

  protected label(dish: Dish): string {
    const { name } = dish.item;
    return this.isThere(dish)
      ? $localize`:@@guest.basket.pairedThere:${name}:dish: is in your order`
      : $localize`:@@guest.dish.add:Add ${name}:dish:`;
  }

  protected add(dish: Dish): void {
    if (this.isThere(dish)) return;
    if (dish.atOnce === null) this.sheets.openDish(dish.item.id);
    else this.moves.add(dish.atOnce, dish.item.name);
  }

  private suits(dish: Dish | undefined): boolean {
    return dish?.sellability.sellable === true && this.filter.judge(dish) === 'suitable';
  }
}

interface Offered {
  readonly chosen: readonly string[];
  readonly offered: readonly string[];
}
