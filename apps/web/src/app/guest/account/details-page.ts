import { Component, computed, inject, linkedSignal } from '@angular/core';
import { ALLERGENS, DIET_TAGS, LIMITS, type Allergen, type DietTag, type GuestAccountView } from '@comanda/shared';
import { Attempt } from '../../core/api/attempt';
import { LANGUAGE, SITE_LANGUAGES } from '../../core/i18n/language';
import { Field, FieldControl } from '../../ui/field/field';
import { Toasts } from '../../ui/toast/toasts';
import { DietFilter } from '../menu/diet-filter';
import { ALLERGEN_WORDS } from '../../ui/allergens/allergen-words';
import { DIET_WORDS } from '../words/dietary-words';
import { AccountStore } from './account-store';
import { ACCOUNT_TEXTS, accountRefusal } from './account-texts';

type Draft = Required<Pick<GuestAccountView, 'name' | 'phone' | 'language' | 'diets' | 'without'>>;

/** Who the guest is, and what they do not eat. */
@Component({
  selector: 'app-details-page',
  imports: [Field, FieldControl],
  templateUrl: './details-page.html',
  styleUrl: './account-part.css',
})
export class DetailsPage {
  protected readonly t = ACCOUNT_TEXTS;
  protected readonly limits = LIMITS;
  private readonly store = inject(AccountStore);
  private readonly filter = inject(DietFilter);
  private readonly toasts = inject(Toasts);
  private readonly siteLanguage = inject(LANGUAGE);

  protected readonly languages = SITE_LANGUAGES;
  protected readonly diets = DIET_TAGS.map((diet) => ({ diet, words: DIET_WORDS[diet] }));
  protected readonly allergens = ALLERGENS.map((allergen) => ({ allergen, words: ALLERGEN_WORDS[allergen] }));
  private readonly attempt = new Attempt(accountRefusal);
  protected readonly busy = this.attempt.busy;
  protected readonly refusal = this.attempt.refusal;
  protected readonly draft = linkedSignal<Draft>(() => {
    const { name = '', phone = '', diets = [], without = [], language } = this.store.account() ?? {};
    return { name, phone, diets, without, language: language ?? this.siteLanguage };
  });
  /** The site in the guest's language, when it stands in another one now. */
  protected readonly otherSite = computed(() => {
    const wanted = this.store.account()?.language;
    return wanted === this.siteLanguage ? undefined : SITE_LANGUAGES.find(({ tag }) => tag === wanted);
  });

  protected write(part: Partial<Draft>): void {
    this.draft.update((draft) => ({ ...draft, ...part }));
  }

  protected toggleDiet(diet: DietTag): void {
    this.write({ diets: toggled(this.draft().diets, diet) });
  }

  protected toggleAllergen(allergen: Allergen): void {
    this.write({ without: toggled(this.draft().without, allergen) });
  }

  protected save(event: Event): Promise<void> {
    event.preventDefault();
    return this.attempt.run(async () => {
      const draft = this.draft();
      await this.store.change(draft);
      this.filter.begin(draft);
      this.toasts.show({ text: this.t.saved });
    });
  }
}

function toggled<T>(list: readonly T[], value: T): readonly T[] {
  return list.includes(value) ? list.filter((each) => each !== value) : [...list, value];
}
