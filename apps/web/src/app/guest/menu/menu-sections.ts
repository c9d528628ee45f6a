import { Component, inject } from '@angular/core';
import { MenuText } from '../../core/i18n/menu-text';
import { RestaurantStore } from '../restaurant/restaurant-store';
import { DishList } from './dish-list';
import { injectOffSaleWords } from './dish-words';
import { MenuBoard, type BoardSection } from './menu-board';
import { sectionElementId } from './section-tabs';
import { MENU_TEXTS } from './menu-texts';

/** The menu section by section. What does not suit the guest stands at the end of its section, under a line. */
@Component({
  selector: 'app-menu-sections',
  imports: [DishList, MenuText],
  templateUrl: './menu-sections.html',
  styleUrl: './menu-sections.css',
})
export class MenuSections {
  protected readonly t = MENU_TEXTS;
  protected readonly restaurant = inject(RestaurantStore);
  protected readonly board = inject(MenuBoard);
  private readonly offSaleWords = injectOffSaleWords();

  protected idOf(sectionId: string): string {
    return sectionElementId(sectionId);
  }

  /** What holds for every dish of a section is said once, under its heading. */
  protected offWords({ dishes, unknown, unsuitable }: BoardSection): string | null {
    const [first, ...others] = [...dishes, ...unknown, ...unsuitable].map((dish) => this.offSaleWords(dish));
    return first !== undefined && others.length > 0 && others.every((words) => words === first) ? first : null;
  }

  protected unknownWords(count: number): string {
    return count === 1
      ? $localize`:@@guest.menu.unknownOne:1 dish does not declare its allergens`
      : $localize`:@@guest.menu.unknownMany:${count}:count: dishes do not declare their allergens`;
  }

  protected unsuitableWords(count: number): string {
    return count === 1
      ? $localize`:@@guest.menu.unsuitableOne:1 dish does not suit you`
      : $localize`:@@guest.menu.unsuitableMany:${count}:count: dishes do not suit you`;
  }

  protected nothingWords(query: string): string {
    return $localize`:@@guest.menu.nothing:Nothing matches “${query}:query:”`;
  }
}
