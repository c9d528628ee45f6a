import {
  LIMITS,
  MENU_LIMITS,
  type AvailabilityRule,
  type Item,
  type Photo,
  type PutItemRequest,
  type Text,
  type Variant,
} from '@comanda/shared';
import { parseAmount } from '../../words/amount';
import { ruleOf } from '../../weekly-times/weekly-times-draft';
import { parseTime, timeText } from '../../words/time-of-day';
import { draftOf, type DishDraft, type DishTerms, type SizeDraft } from './dish-draft';
import { same } from './same';
import { writtenText } from './written-text';

/**
 * The whole dish as the draft says it. What was not touched stays to the second and cent as it was, and what the form
 * does not show (recipe) stays too. Only for a draft without faults.
 */
export function requestOf(draft: DishDraft, base: Item<Text> | null, terms: DishTerms): PutItemRequest {
  const before = base === null ? null : draftOf({ item: base, sectionIds: [] }, terms);
  const touched = (field: keyof DishDraft): boolean => before === null || !same(draft[field], before[field]);
  return {
    ...keptOf(base),
    ...given('photo', photoOf(draft, base)),
    name: writtenText(draft.name),
    variants: draft.sizes.map((size) => variantOf(size, base, terms)),
    taxClass: draft.taxClass,
    modifierGroupIds: draft.modifierGroupIds,
    sectionIds: draft.sectionIds,
    ...given('description', isWritten(draft.description) ? writtenText(draft.description) : undefined),
    ...given('stationId', draft.stationId || undefined),
    ...given('prepSeconds', touched('prep') ? seconds(draft.prep) : base?.prepSeconds),
    ...given('allergens', draft.allergens ?? undefined),
    ...given('additives', draft.additives ?? undefined),
    ...given('dietTags', draft.dietTags ?? undefined),
    ...given('availability', touched('times') ? rulesOf(draft) : base?.availability),
    ...given('maxPerOrder', whole(draft.maxPerOrder)),
    ...aheadOf(draft, base),
    ...given('onlyAsOption', draft.onlyAsOption || undefined),
    ...given('spiciness', whole(draft.spiciness)),
    ...given('energyKcal', whole(draft.energyKcal)),
  };
}

/** How early it must be ordered; a cut-off at midnight, which no clock shows, stays unless it is touched. */
function aheadOf(draft: DishDraft, base: Item<Text> | null): Pick<Item<Text>, 'leadMinutes' | 'cutoffMinute'> {
  const untouched = base?.cutoffMinute !== undefined && timeText(base.cutoffMinute) === draft.cutoffMinute;
  const cutoff = untouched ? base.cutoffMinute : (parseTime(draft.cutoffMinute) ?? undefined);
  return { ...given('leadMinutes', whole(draft.leadMinutes)), ...given('cutoffMinute', cutoff) };
}

/** A dish put back as it was, sections included. */
export function requestOfView(item: Item<Text>, sectionIds: readonly string[]): PutItemRequest {
  return { ...item, sectionIds };
}

/** True for a text in at least one language. */
export function isWritten(text: Text): boolean {
  return Object.values(text).some((words) => words.trim() !== '');
}

/** Minutes as somebody writes them; null when it is no number of minutes that a dish may take. */
export function parseMinutes(typed: string): number | null {
  const text = typed.trim();
  const minutes = /^\d{1,4}$/.test(text) ? Number(text) : Infinity;
  return minutes * 60 > MENU_LIMITS.prepSeconds ? null : minutes;
}

/** A price in minor units; null when it is none. */
export function parsePrice(typed: string, { currency }: Pick<DishTerms, 'currency'>): number | null {
  const minor = parseAmount(typed.trim(), currency);
  return minor === null || minor > LIMITS.priceMinor ? null : minor;
}

function keptOf(base: Item<Text> | null): Pick<Item<Text>, 'recipe' | 'isCombo'> {
  return {
    ...given('recipe', base?.recipe),
    ...given('isCombo', base?.isCombo),
  };
}

/** A photo that nobody describes keeps its words. */
function photoOf({ alt }: DishDraft, base: Item<Text> | null): Photo<Text> | undefined {
  return base?.photo && { ...base.photo, alt: isWritten(alt) ? writtenText(alt) : base.photo.alt };
}

function variantOf(size: SizeDraft, base: Item<Text> | null, terms: DishTerms): Variant<Text> {
  const old = base?.variants.find(({ id }) => id === size.id);
  const before = size.before.trim() === '' ? null : parsePrice(size.before, terms);
  return {
    id: size.id,
    priceMinor: parsePrice(size.price, terms) ?? 0,
    ...given('name', isWritten(size.name) ? writtenText(size.name) : undefined),
    ...given('listPriceMinor', before ?? undefined),
    ...given('modifierGroupIds', old?.modifierGroupIds),
    ...given('recipe', old?.recipe),
  };
}

/** A dish without times is on sale whenever its sections are. */
function rulesOf({ times }: DishDraft): readonly AvailabilityRule[] | undefined {
  return times.length === 0 ? undefined : times.map(ruleOf);
}

function seconds(typed: string): number | undefined {
  return typed.trim() === '' ? undefined : (parseMinutes(typed) ?? 0) * 60;
}

function whole(typed: string): number | undefined {
  return typed.trim() === '' ? undefined : Number(typed.trim());
}

/** An optional field is absent, never undefined. */
function given<Key extends string, Value>(key: Key, value: Value | undefined): { readonly [K in Key]?: Value } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [K in Key]?: Value });
}
