import { Component, inject, output } from '@angular/core';
import { RestaurantStore } from '../restaurant/restaurant-store';
import { DishList } from './dish-list';
import { MenuBoard } from './menu-board';
import { sectionElementId } from './section-tabs';

/** The menu section by section. What does not suit the guest stands at the end of its section, under a line. */
@Component({
  selector: 'app-menu-sections',
  imports: [DishList],
  templateUrl: './menu-sections.html',
  styleUrl: './menu-sections.css',
})
export class MenuSections {
  readonly opened = output<string>();

  protected readonly restaurant = inject(RestaurantStore);
  protected readonly board = inject(MenuBoard);

  protected idOf(sectionId: string): string {
    return sectionElementId(sectionId);
  }
}
