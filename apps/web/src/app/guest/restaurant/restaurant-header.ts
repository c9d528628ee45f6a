import { Component, computed, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { LANGUAGE, SITE_LANGUAGES } from '../../core/i18n/language';
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
  imports: [Icon, RouterLink],
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
  private readonly language = inject(LANGUAGE);
  private readonly router = inject(Router);

  protected readonly description = computed(() => {
    const location = this.restaurant.location();
    return location?.description?.[this.language] ?? location?.description?.[location.defaultLanguage] ?? null;
  });

  /** The same page in the other languages of the site. */
  protected readonly languages = SITE_LANGUAGES.filter(({ tag }) => tag !== this.language);

  protected pathIn(path: string): string {
    return path + this.router.url;
  }
}
