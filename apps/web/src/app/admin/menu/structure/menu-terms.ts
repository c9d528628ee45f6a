import { Injectable, computed, inject } from '@angular/core';
import { textIn, type Text } from '@comanda/shared';
import type { DishTerms } from '../dish/dish-draft';
import { OfficeMenuStore } from '../office-menu-store';

/** Languages and currency of the menu, and how its things are called in the office. */
@Injectable()
export class MenuTerms {
  private readonly menu = inject(OfficeMenuStore);

  readonly terms = computed<DishTerms>(() => {
    const { currency = 'EUR', languages = ['en'], defaultLanguage = 'en' } = this.menu.menu() ?? {};
    return { currency, languages, defaultLanguage };
  });
  /** The default language comes first. */
  readonly languages = computed(() => {
    const { defaultLanguage, languages } = this.terms();
    return [defaultLanguage, ...languages.filter((language) => language !== defaultLanguage)];
  });

  say(text: Text | undefined): string {
    const { defaultLanguage } = this.terms();
    return text === undefined ? '' : textIn(text, defaultLanguage, defaultLanguage);
  }

  dishName(itemId: string): string {
    return this.say(this.menu.byItem().get(itemId)?.item.name) || itemId;
  }
}
