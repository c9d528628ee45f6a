import type { CurrencyCode, Minor } from '../money/currency.js';
import type { LanguageTag, Text } from '../text/text.js';
import type { Additive, Allergen, DietTag } from './dietary.js';
import type { MenuFinding } from './menu-view.js';
import type { AvailabilityRule, Item, ModifierGroup, Photo, Section } from './menu.js';

/** The menu as the office edits it: each item in all languages, with the version that a change of it must name. */
export interface MenuItemsView {
  readonly revision: number;
  readonly currency: CurrencyCode;
  readonly languages: readonly LanguageTag[];
  readonly defaultLanguage: LanguageTag;
  readonly sections: readonly SectionNameView[];
  readonly data: readonly MenuItemView[];
}

export interface SectionNameView {
  readonly id: string;
  readonly name: Text;
}

export interface MenuItemView {
  /** A hash of what follows, quotation marks included: sent as it is in `If-Match` with a change. */
  readonly etag: string;
  /** The sections in which the item stands, in the order of the menu. */
  readonly sectionIds: readonly string[];
  readonly item: Item<Text>;
}

export interface MenuSectionView {
  readonly etag: string;
  readonly section: Section<Text>;
}

export interface ModifierGroupView {
  readonly etag: string;
  readonly group: ModifierGroup<Text>;
}

/** What an edit leaves behind. */
export interface EditOutcome {
  /** The revision that now holds; a change that changes nothing makes none. */
  readonly revision: number;
  /** What is to be looked at in the edited entity, and what the edit has brought about elsewhere. */
  readonly findings: readonly MenuFinding[];
}

export type EditedItemView = MenuItemView & EditOutcome;
export type EditedSectionView = MenuSectionView & EditOutcome;
export type EditedGroupView = ModifierGroupView & EditOutcome;

/** Texts by language to set; null removes the text in that language. Languages that are not named stay. */
export type TextChange = Readonly<Record<LanguageTag, string | null>>;

/** What is named is changed, what is absent stays; null removes. */
export interface ChangeItemRequest {
  readonly name?: TextChange;
  readonly description?: TextChange | null;
  readonly taxClass?: string;
  readonly stationId?: string | null;
  readonly prepSeconds?: number | null;
  /** null: nothing declared, which is not "free of". */
  readonly allergens?: readonly Allergen[] | null;
  readonly additives?: readonly Additive[] | null;
  readonly dietTags?: readonly DietTag[] | null;
  readonly photo?: Photo<Text> | null;
  readonly availability?: readonly AvailabilityRule[] | null;
  readonly onlyAsOption?: boolean;
  readonly isCombo?: boolean;
  readonly maxPerOrder?: number | null;
  readonly leadMinutes?: number | null;
  readonly cutoffMinute?: number | null;
  readonly spiciness?: number | null;
  readonly energyKcal?: number | null;
  readonly modifierGroupIds?: readonly string[];
  /** All sections in which it shall stand; it goes to the end of those that are new to it. */
  readonly sectionIds?: readonly string[];
}

export interface ChangeVariantRequest {
  readonly priceMinor?: Minor;
  readonly listPriceMinor?: Minor | null;
  readonly name?: TextChange | null;
}

/** A whole item; what is absent, it does not have. Only recipes that are absent stay: many clients know none. */
export interface PutItemRequest extends Omit<Item<Text>, 'id'> {
  /** When given, the same as in the address. */
  readonly id?: string;
  /** When absent, it stays in the sections in which it stands. */
  readonly sectionIds?: readonly string[];
}

export interface PutSectionRequest extends Omit<Section<Text>, 'id'> {
  readonly id?: string;
}

export interface PutGroupRequest extends Omit<ModifierGroup<Text>, 'id'> {
  readonly id?: string;
}

/** All sections of the menu in the order in which guests shall see them. */
export interface OrderSectionsRequest {
  readonly sectionIds: readonly string[];
}
