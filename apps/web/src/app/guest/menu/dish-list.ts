import { Component, computed, inject, input } from '@angular/core';
import { BasketMoves } from '../basket/basket-moves';
import { BasketStore } from '../basket/basket-store';
import { GuestSheets } from '../guest-sheets';
import { OrderingState } from '../restaurant/ordering-state';
import { RestaurantStore } from '../restaurant/restaurant-store';
import { DietFilter } from './diet-filter';
import type { Dish } from './dish';
import { DishRow } from './dish-row';
import { MenuBoard } from './menu-board';

/** Dishes under each other, or side by side where there is room. */
@Component({
  selector: 'app-dish-list',
  imports: [DishRow],
  template: `
    <ul>
      @for (dish of dishes(); track dish.item.id) {
        <li>
          <app-dish-row
            [dish]="dish"
            [said]="said()"
            [currency]="currency()"
            [quantity]="basket.quantityOf(dish.item.id)"
            [orderable]="ordering.mayCollect()"
            [sayUndeclared]="sayUndeclared()"
            [early]="early() && $index < 4"
            (opened)="sheets.openDish(dish.item.id)"
            (added)="add(dish)"
            (takenOff)="moves.takeOne(dish.item.id, dish.item.name)"
          />
        </li>
      }
    </ul>
  `,
  styleUrl: './dish-list.css',
})
export class DishList {
  readonly dishes = input.required<readonly Dish[]>();
  /** What stands under the heading of the section, and need not be said by each dish. */
  readonly said = input<string | null>(null);
  /** True where the menu begins. */
  readonly early = input(false);

  protected readonly sheets = inject(GuestSheets);
  protected readonly basket = inject(BasketStore);
  protected readonly ordering = inject(OrderingState);
  protected readonly moves = inject(BasketMoves);
  private readonly restaurant = inject(RestaurantStore);
  private readonly board = inject(MenuBoard);
  private readonly filter = inject(DietFilter);

  protected readonly currency = computed(() => this.restaurant.menu()?.currency ?? 'EUR');
  protected readonly sayUndeclared = computed(() => this.board.declaresAllergens() || this.filter.without().length > 0);

  protected add(dish: Dish): void {
    if (dish.atOnce === null) this.sheets.openDish(dish.item.id);
    else this.moves.add(dish.atOnce, dish.item.name);
  }
}
