import { LIMITS, textIn, type LanguageTag, type MenuItemView } from '@comanda/shared';
import type { CellChange } from '../cells';

/** What shall become of all chosen dishes. */
export type BulkWish =
  | { readonly kind: 'station'; readonly stationId: string | null }
  | { readonly kind: 'tax'; readonly taxClass: string }
  | { readonly kind: 'price'; readonly percent: number };

/** One change of one dish or size, with what was there before. */
export interface BulkStep {
  readonly key: string;
  readonly itemId: string;
  readonly variantId: string;
  readonly name: string;
  readonly before: BulkValue;
  readonly after: BulkValue;
  readonly change: CellChange;
  /** The change that takes it back. */
  readonly inverse: CellChange;
}

/** An id, or minor units; null for none. */
export type BulkValue = string | number | null;

/** What would change; dishes that already are as wished are left alone. */
export function planOf(views: readonly MenuItemView[], wish: BulkWish, language: LanguageTag): readonly BulkStep[] {
  const steps = views.flatMap((view) =>
    wish.kind === 'price' ? priceSteps(view, wish.percent, language) : [itemStep(view, wish, language)],
  );
  return steps.filter(({ before, after }) => before !== after);
}

/** `+5`, `-10`, `7,5`: a change in percent; null when it is none. */
export function parsePercent(typed: string): number | null {
  const text = typed.trim().replace(',', '.').replace(/\s*%$/, '');
  if (!/^[+-]?\d{1,3}(\.\d{1,2})?$/.test(text)) return null;
  const percent = Number(text);
  return percent <= -100 || percent > 500 || percent === 0 ? null : percent;
}

/** Rounded to the smallest coin: the preview shows what comes of it. */
export function raised(minor: number, percent: number): number {
  return Math.min(LIMITS.priceMinor, Math.round((minor * (10_000 + Math.round(percent * 100))) / 10_000));
}

function itemStep(
  { item }: MenuItemView,
  wish: Exclude<BulkWish, { readonly kind: 'price' }>,
  language: LanguageTag,
): BulkStep {
  const rest = {
    key: item.id,
    itemId: item.id,
    variantId: item.variants[0]?.id ?? '',
    name: textIn(item.name, language, language),
  };
  if (wish.kind === 'tax') {
    return {
      ...rest,
      before: item.taxClass,
      after: wish.taxClass,
      change: { of: 'item', change: { taxClass: wish.taxClass } },
      inverse: { of: 'item', change: { taxClass: item.taxClass } },
    };
  }
  const before = item.stationId ?? null;
  return {
    ...rest,
    before,
    after: wish.stationId,
    change: { of: 'item', change: { stationId: wish.stationId } },
    inverse: { of: 'item', change: { stationId: before } },
  };
}

/** The price before a reduction goes along, so that it stays above the price. */
function priceSteps({ item }: MenuItemView, percent: number, language: LanguageTag): readonly BulkStep[] {
  return item.variants.map(({ id, name, priceMinor, listPriceMinor }) => {
    const size = name === undefined ? '' : `, ${textIn(name, language, language)}`;
    const after = raised(priceMinor, percent);
    const list = listPriceMinor === undefined ? {} : { listPriceMinor: raised(listPriceMinor, percent) };
    const oldList = listPriceMinor === undefined ? {} : { listPriceMinor };
    return {
      key: id,
      itemId: item.id,
      variantId: id,
      name: textIn(item.name, language, language) + size,
      before: priceMinor,
      after,
      change: { of: 'variant', change: { priceMinor: after, ...list } },
      inverse: { of: 'variant', change: { priceMinor, ...oldList } },
    };
  });
}
