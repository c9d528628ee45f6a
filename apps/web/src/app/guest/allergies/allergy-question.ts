import { Component, LOCALE_ID, computed, inject } from '@angular/core';
import { AllergenPicker } from '../../ui/allergens/allergen-picker';
import { ALLERGEN_WORDS, allergenList } from '../../ui/allergens/allergen-words';
import { basketAllergens } from '../../ui/allergens/basket-allergens';
import { Icon } from '../../ui/icon/icon';
import { BasketStore } from '../basket/basket-store';
import { RestaurantStore } from '../restaurant/restaurant-store';
import { Allergies } from './allergies';

/** Asks once, shortly, and only those who open it. What is in the basket and clashes is named at once. */
@Component({
  selector: 'app-allergy-question',
  imports: [AllergenPicker, Icon],
  templateUrl: './allergy-question.html',
  styleUrl: './allergy-question.css',
})
export class AllergyQuestion {
  protected readonly allergies = inject(Allergies);
  private readonly basket = inject(BasketStore);
  private readonly restaurant = inject(RestaurantStore);
  private readonly list = new Intl.ListFormat(inject(LOCALE_ID));

  protected readonly summary = $localize`:@@guest.allergies.ask:Allergies`;
  protected readonly optional = $localize`:@@ui.field.optional:optional`;
  protected readonly legend = $localize`:@@guest.allergies.lead:What is anybody who eats this allergic to? The kitchen confirms it before it starts. Only the restaurant sees it.`;
  protected readonly told = computed(() => allergenList(this.allergies.chosen()));
  protected readonly wasOpen = this.allergies.chosen().length > 0;
  private readonly found = computed(() => {
    const index = this.restaurant.index();
    return index === null ? null : basketAllergens(this.basket.basketLines(), index, this.allergies.chosen());
  });
  protected readonly warnings = computed(() =>
    (this.found()?.contained ?? []).map(({ allergen, dishes }) => {
      const names = this.list.format(dishes);
      return $localize`:@@guest.allergies.contains:Contains ${ALLERGEN_WORDS[allergen]}:allergen:: ${names}:dishes:`;
    }),
  );
  protected readonly unknown = computed(() => {
    const dishes = this.found()?.unknown ?? [];
    if (dishes.length === 0) return null;
    return $localize`:@@guest.allergies.unknown:We do not know all that is in ${this.list.format(dishes)}:dishes:. Please ask us.`;
  });
}
