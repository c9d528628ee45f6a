import type {
  Additive,
  Allergen,
  CurrencyCode,
  DietTag,
  Item,
  LanguageTag,
  MenuItemView,
  Text,
  Variant,
} from '@comanda/shared';
import { amountText } from '../../words/amount';
import { newId } from '../../words/new-id';
import { timeText } from '../../words/time-of-day';
import { weeklyTimesOf, type WeeklyTimes } from '../../weekly-times/weekly-times-draft';

/** A dish as it stands in the form: what was typed, right or wrong. */
export interface DishDraft {
  readonly name: Text;
  readonly description: Text;
  /** What the photo shows; nothing without a photo. */
  readonly alt: Text;
  readonly sectionIds: readonly string[];
  readonly sizes: readonly SizeDraft[];
  readonly taxClass: string;
  /** Empty: the station that takes the rest. */
  readonly stationId: string;
  /** Minutes. */
  readonly prep: string;
  /** Null: nothing declared, which is not "none". */
  readonly allergens: readonly Allergen[] | null;
  readonly additives: readonly Additive[] | null;
  readonly dietTags: readonly DietTag[] | null;
  readonly modifierGroupIds: readonly string[];
  /** None: whenever its sections are on sale. */
  readonly times: readonly WeeklyTimes[];
  readonly maxPerOrder: string;
  /** Minutes. */
  readonly leadMinutes: string;
  /** A time of the day. */
  readonly cutoffMinute: string;
  readonly onlyAsOption: boolean;
  readonly spiciness: string;
  readonly energyKcal: string;
}

export interface SizeDraft {
  readonly id: string;
  readonly name: Text;
  readonly price: string;
  readonly before: string;
}

/** What of the menu a draft is read with. */
export interface DishTerms {
  readonly currency: CurrencyCode;
  readonly languages: readonly LanguageTag[];
  readonly defaultLanguage: LanguageTag;
}

export function draftOf({ item, sectionIds }: Pick<MenuItemView, 'item' | 'sectionIds'>, terms: DishTerms): DishDraft {
  return {
    name: item.name,
    description: item.description ?? {},
    alt: item.photo?.alt ?? {},
    sectionIds,
    sizes: item.variants.map((variant) => sizeOf(variant, terms.currency)),
    modifierGroupIds: item.modifierGroupIds,
    times: (item.availability ?? []).map(weeklyTimesOf),
    ...kitchenOf(item),
    ...declarationsOf(item),
    maxPerOrder: numberText(item.maxPerOrder),
    leadMinutes: numberText(item.leadMinutes),
    cutoffMinute: item.cutoffMinute === undefined ? '' : timeText(item.cutoffMinute),
    onlyAsOption: item.onlyAsOption ?? false,
    spiciness: numberText(item.spiciness),
    energyKcal: numberText(item.energyKcal),
  };
}

export function emptyDraft(sectionIds: readonly string[], taxClass: string): DishDraft {
  return {
    name: {},
    description: {},
    alt: {},
    sectionIds,
    sizes: [newSize()],
    taxClass,
    stationId: '',
    prep: '',
    allergens: null,
    additives: null,
    dietTags: null,
    modifierGroupIds: [],
    times: [],
    maxPerOrder: '',
    leadMinutes: '',
    cutoffMinute: '',
    onlyAsOption: false,
    spiciness: '',
    energyKcal: '',
  };
}

/** The same dish once more; sizes get ids of their own, since those are unique in the whole menu. */
export function copyOf(draft: DishDraft, words: (name: string) => string): DishDraft {
  const name = Object.fromEntries(Object.entries(draft.name).map(([language, text]) => [language, words(text)]));
  return { ...draft, name, alt: {}, sizes: draft.sizes.map((size) => ({ ...size, id: newId('size') })) };
}

export function newSize(): SizeDraft {
  return { id: newId('size'), name: {}, price: '', before: '' };
}

function sizeOf({ id, name, priceMinor, listPriceMinor }: Variant<Text>, currency: CurrencyCode): SizeDraft {
  const before = listPriceMinor === undefined ? '' : amountText(listPriceMinor, currency);
  return { id, name: name ?? {}, price: amountText(priceMinor, currency), before };
}

function kitchenOf({
  taxClass,
  stationId,
  prepSeconds,
}: Item<Text>): Pick<DishDraft, 'taxClass' | 'stationId' | 'prep'> {
  const prep = prepSeconds === undefined ? '' : String(Math.round(prepSeconds / 60));
  return { taxClass, stationId: stationId ?? '', prep };
}

function declarationsOf(item: Item<Text>): Pick<DishDraft, 'allergens' | 'additives' | 'dietTags'> {
  return {
    allergens: item.allergens ?? null,
    additives: item.additives ?? null,
    dietTags: item.dietTags ?? null,
  };
}

function numberText(value: number | undefined): string {
  return value === undefined ? '' : String(value);
}
