import type { CurrencyCode, Minor } from '../money/currency.js';
import type { LanguageTag, Text } from '../text/text.js';
import type { RecipeLine } from '../inventory/recipe-line.js';
import type { StockUnit } from '../inventory/units.js';
import type { Additive, Allergen, DietTag } from './dietary.js';

/**
 * A whole menu. `T` is the type of its texts: {@link Text} (all languages) in the stored document and in
 * imports and exports, `string` in what a guest receives in one language. The rules read both.
 */
export interface Menu<T> {
  readonly currency: CurrencyCode;
  readonly defaultLanguage: LanguageTag;
  readonly languages: readonly LanguageTag[];
  readonly sections: readonly Section<T>[];
  readonly items: readonly Item<T>[];
  readonly modifierGroups: readonly ModifierGroup<T>[];
  /** What dishes are made of; for the house alone, guests see only the allergens. */
  readonly ingredients?: readonly Ingredient<T>[];
}

/** Something that is bought, stored and used up. How much is there stands in the stock, not in the menu. */
export interface Ingredient<T> {
  readonly id: string;
  readonly name: T;
  readonly unit: StockUnit;
  /** An absent list means "nothing declared", an empty one "declared: none". */
  readonly allergens?: readonly Allergen[];
}

/** The one documented menu document: what a revision stores, what export writes and import reads. */
export interface MenuDocument extends Menu<Text> {
  readonly format: typeof MENU_FORMAT;
}

export const MENU_FORMAT = 'comanda-menu/1';

/** A heading of the menu with its dishes in order. An item may stand in several sections. */
export interface Section<T> {
  readonly id: string;
  readonly name: T;
  readonly description?: T;
  readonly availability?: readonly AvailabilityRule[];
  readonly itemIds: readonly string[];
}

export interface Item<T> extends Dietary {
  readonly id: string;
  readonly name: T;
  readonly description?: T;
  /** At least one; an item without sizes has one variant without a name. */
  readonly variants: readonly Variant<T>[];
  readonly modifierGroupIds: readonly string[];
  readonly taxClass: string;
  readonly stationId?: string;
  /** Usual time at the station, in seconds. */
  readonly prepSeconds?: number;
  readonly photo?: Photo<T>;
  readonly availability?: readonly AvailabilityRule[];
  /** True for an item that is sold only inside others, never on its own. */
  readonly onlyAsOption?: boolean;
  /**
   * True for a dish that is made of the dishes that are chosen in it ("burger, side and drink for 12.00"): its price is
   * taxed as theirs, each part by its own class.
   */
  readonly isCombo?: boolean;
  readonly maxPerOrder?: number;
  /** Must be ordered so long before it is wanted. */
  readonly leadMinutes?: number;
  /** Minute of the day until which it can be ordered for the same day. */
  readonly cutoffMinute?: number;
  /** 0 to 3. */
  readonly spiciness?: number;
  readonly energyKcal?: number;
  readonly recipe?: readonly RecipeLine[];
}

export interface Variant<T> {
  /** Unique in the whole menu. */
  readonly id: string;
  readonly name?: T;
  readonly priceMinor: Minor;
  /** The price before a reduction, struck through beside the price. */
  readonly listPriceMinor?: Minor;
  /** Groups of this variant; when absent, those of the item. */
  readonly modifierGroupIds?: readonly string[];
  /** Recipe of this variant; when absent, that of the item. */
  readonly recipe?: readonly RecipeLine[];
}

/** What a restaurant declares about a dish or an option. An absent list means "nothing declared", an empty one "declared: none". */
export interface Dietary {
  readonly allergens?: readonly Allergen[];
  readonly additives?: readonly Additive[];
  readonly dietTags?: readonly DietTag[];
}

export interface Photo<T> {
  /** Of a photo that was uploaded here as `photoUrl` makes it, else the address of one that is kept elsewhere. */
  readonly url: string;
  readonly alt: T;
  /** Its main colour, `#a3562b`: what is seen in its place until it is there. */
  readonly ground?: string;
}

/**
 * `choice`: pick and add. `removal`: leave something out, free, shown with a strike. `part`: the dish is made of as many
 * equal parts as are chosen, halves or quarters; each choice is one, and takes its share of the recipe of the whole.
 */
export const GROUP_KINDS = ['choice', 'removal', 'part'] as const;
export type GroupKind = (typeof GROUP_KINDS)[number];

/** How the chosen options of a group are charged together, after the free ones are taken off. */
export const PRICE_RULES = ['sum', 'dearest', 'average', 'fixed'] as const;
export type PriceRule = (typeof PRICE_RULES)[number];

/** A set of options that items share: "Choose a size of fries", "Extras", "Leave out". */
export interface ModifierGroup<T> {
  readonly id: string;
  readonly name: T;
  readonly kind: GroupKind;
  /** Least number of choices, quantities counted. */
  readonly min: number;
  /** Most choices, quantities counted; absent means no limit. */
  readonly max?: number;
  /** So many choices cost nothing; the dearest of the chosen are the free ones. */
  readonly freeCount: number;
  readonly priceRule: PriceRule;
  /** With `priceRule: 'fixed'`: charged once as soon as anything is chosen. */
  readonly fixedPriceMinor?: Minor;
  readonly options: readonly ModifierOption<T>[];
}

export interface ModifierOption<T> extends Dietary {
  /** Unique in the whole menu. */
  readonly id: string;
  /** The item that this option is; its name, allergens, tax class, station and groups come with it. */
  readonly itemId?: string;
  /** Needed when there is no `itemId`. */
  readonly name?: T;
  /** The price of the option here; 0 is a price. */
  readonly priceMinor: Minor;
  /**
   * For a choice below a choice that says how it is wanted: changes the price and the recipe of what it stands under by so
   * much of them. Extra is 100, light -50, on the side 0. Its own price is 0 then.
   */
  readonly percentOfChoice?: number;
  /** Other prices by the variant of the parent. */
  readonly priceMinorByVariant?: Readonly<Record<string, Minor>>;
  /** How often one guest may take it in one line; 1 when absent. */
  readonly maxQuantity?: number;
  readonly isDefault?: boolean;
  /** Of one; when absent, that of its item. */
  readonly energyKcal?: number;
  readonly taxClass?: string;
  readonly stationId?: string;
  /** Groups that unfold under this option, in place of those of its item. */
  readonly modifierGroupIds?: readonly string[];
  /** What the option adds, or in a group of removals takes away; when absent, the recipe of its item. */
  readonly recipe?: readonly RecipeLine[];
}

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/**
 * When something is on sale, in the local time of the location. Minutes count from the midnight on which the day
 * begins and may run past the next one: 18:00 to 02:00 is 1080 to 1560.
 */
export interface AvailabilityRule {
  readonly days: readonly Weekday[];
  /** 0 to 1439. */
  readonly fromMinute: number;
  /** Exclusive, above `fromMinute`, at most 2880. */
  readonly toMinute: number;
  /** First and last local date (`2026-12-31`) on which the rule holds; dates name the day on which the span begins. */
  readonly fromDate?: string;
  readonly toDate?: string;
  /** Local dates on which the rule does not hold. */
  readonly exceptDates?: readonly string[];
}
