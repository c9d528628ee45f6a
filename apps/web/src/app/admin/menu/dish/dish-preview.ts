import { Component, computed, inject } from '@angular/core';
import { formatMinor, textIn } from '@comanda/shared';
import { ALLERGEN_NAMES, DIET_NAMES } from '../../words/dietary-names';
import type { DishDraft } from './dish-draft';
import { DishEditor } from './dish-editor';
import { DishPhotos } from './dish-photos';
import { parsePrice } from './dish-reading';
import { DISH_TEXTS } from './dish-texts';

/** The dish's row on the guests' menu while it is typed, on light and on dark ground. */
@Component({
  selector: 'app-dish-preview',
  templateUrl: './dish-preview.html',
  styleUrl: './dish-preview.css',
})
export class DishPreview {
  private readonly editor = inject(DishEditor);
  private readonly photos = inject(DishPhotos);
  protected readonly t = DISH_TEXTS;
  protected readonly grounds = ['light', 'dark'] as const;
  protected readonly dish = computed(() => {
    const draft = this.editor.draft();
    if (draft === null) return null;
    const { defaultLanguage } = this.editor.terms();
    return {
      name: textIn(draft.name, defaultLanguage, defaultLanguage),
      description: textIn(draft.description, defaultLanguage, defaultLanguage),
      ...this.price(draft),
      spice: Number(draft.spiciness) > 0 ? this.t.spicinessNames[Number(draft.spiciness) + 1] : null,
      diet: dietNames(draft),
      contains: draft.allergens?.map((each) => ALLERGEN_NAMES[each].toLowerCase()).join(', ') ?? '',
      photo: this.photos.preview(),
    };
  });

  /** The lowest price, as on the menu. */
  private price({ sizes }: DishDraft) {
    const terms = this.editor.terms();
    const known = sizes.flatMap((size) => {
      const minor = parsePrice(size.price, terms);
      return minor === null ? [] : [{ minor, before: parsePrice(size.before, terms) }];
    });
    const lowest = known.reduce<(typeof known)[number] | null>(
      (best, each) => (best === null || each.minor < best.minor ? each : best),
      null,
    );
    const say = (minor: number | null | undefined): string | null =>
      minor == null ? null : formatMinor(minor, terms.currency, 'en');
    return {
      price: say(lowest?.minor),
      before: say(lowest?.before),
      from: known.some(({ minor }) => minor !== lowest?.minor),
    };
  }
}

/** Vegan says vegetarian. */
function dietNames({ dietTags }: DishDraft): string {
  const tags = dietTags ?? [];
  const telling = tags.includes('vegan') ? tags.filter((tag) => tag !== 'vegetarian') : tags;
  return telling.map((tag) => DIET_NAMES[tag]).join(', ');
}
