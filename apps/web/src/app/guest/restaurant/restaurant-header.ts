import { Component, computed, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { MenuLanguage, type OtherLanguage } from '../../core/i18n/menu-language';
import { MenuText } from '../../core/i18n/menu-text';
import { Icon } from '../../ui/icon/icon';
import { FulfilmentStore } from '../fulfilment/fulfilment-store';
import { FulfilmentWords } from '../fulfilment/fulfilment-words';
import { GuestSheets } from '../guest-sheets';
import { RestaurantStore } from './restaurant-store';
import { RestaurantWords } from './restaurant-words';
import { RESTAURANT_TEXTS } from './restaurant-texts';

/** The restaurant's name, whether it is open, how one orders here, and the other languages. */
@Component({
  selector: 'app-restaurant-header',
  imports: [Icon, MenuText, RouterLink],
  templateUrl: './restaurant-header.html',
  styleUrl: './restaurant-header.css',
})
export class RestaurantHeader {
  protected readonly t = RESTAURANT_TEXTS;
  protected readonly words = inject(RestaurantWords);
  protected readonly how = inject(FulfilmentWords);
  protected readonly fulfilment = inject(FulfilmentStore);
  protected readonly sheets = inject(GuestSheets);
  protected readonly restaurant = inject(RestaurantStore);
  protected readonly language = inject(MenuLanguage);
  private readonly router = inject(Router);

  protected readonly description = computed(() => {
    const location = this.restaurant.location();
    return location?.description?.[this.language.tag()] ?? location?.description?.[location.defaultLanguage] ?? null;
  });

  /** The same page in another language. */
  protected hrefIn({ path, menu }: OtherLanguage): string {
    const tree = this.router.parseUrl(this.router.url);
    const { menu: _, ...others } = tree.queryParams;
    tree.queryParams = menu === null ? others : { ...others, menu };
    return path + this.router.serializeUrl(tree);
  }
}
