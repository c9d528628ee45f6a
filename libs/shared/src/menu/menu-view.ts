import type { TaxRates } from '../tax/tax-rates.js';
import type { LanguageTag } from '../text/text.js';
import type { Menu } from './menu.js';

/** What a guest's site receives: one language (missing texts fall back to the default language), ready to price with. */
export interface MenuView extends Menu<string> {
  readonly revision: number;
  /** Hash of the revision's document, 64 hex digits. */
  readonly checksum: string;
  readonly language: LanguageTag;
  readonly taxInclusive: boolean;
  readonly taxRates: TaxRates;
}

/** One immutable revision of a location's menu. */
export interface MenuRevisionView {
  readonly number: number;
  readonly checksum: string;
  readonly summary: string;
  /** `import`, `edit` or `restore`. */
  readonly cause: RevisionCause;
  readonly restoredFrom?: number;
  readonly by: string;
  readonly at: string;
}

/** The answer to a restoration: the revision that holds now. */
export interface RestoredRevisionView {
  readonly revision: number;
}

export const REVISION_CAUSES = ['import', 'edit', 'restore', 'demo'] as const;
export type RevisionCause = (typeof REVISION_CAUSES)[number];

/** Something about a menu that a person should look at. It names the entity and never stops the rest. */
export interface MenuFinding {
  readonly severity: 'error' | 'warning';
  readonly code: MenuFindingCode;
  readonly entity: MenuEntityRef;
  /** One plain sentence that says what is wrong and how to mend it. */
  readonly detail: string;
  /** Where it stands in an imported spreadsheet. */
  readonly place?: FindingPlace;
}

export interface FindingPlace {
  /** As the spreadsheet counts: the row of the headings is 1. */
  readonly row: number;
  readonly column?: string;
}

export const MENU_ENTITY_KINDS = [
  'menu',
  'section',
  'item',
  'variant',
  'modifier-group',
  'option',
  'ingredient',
] as const;
export type MenuEntityKind = (typeof MENU_ENTITY_KINDS)[number];

export interface MenuEntityRef {
  readonly kind: MenuEntityKind;
  readonly id: string;
  /** In the default language, for people. */
  readonly name?: string;
}

export const MENU_FINDING_CODES = [
  'required_group_without_options',
  'required_group_unsellable',
  'max_above_options',
  'min_above_max',
  'parts_without_number',
  'percent_without_choice',
  'orphaned_item',
  'unknown_reference',
  'reference_cycle',
  'duplicate_id',
  'missing_text',
  'missing_translation',
  'negative_price',
  'unknown_allergen',
  'unknown_additive',
  'unknown_diet_tag',
  'invalid_availability',
  'invalid_recipe',
  'undeclared_ingredient',
  'invalid_value',
  'skipped_entity',
] as const;
export type MenuFindingCode = (typeof MENU_FINDING_CODES)[number];

/** `merge` adds and updates; `replace` also takes away what the document does not have. */
export const IMPORT_MODES = ['merge', 'replace'] as const;
export type ImportMode = (typeof IMPORT_MODES)[number];

export interface ImportCounts {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly removed: number;
}

export interface ImportReport {
  /** The revision that now holds; unchanged when nothing differed or with `dryRun`. */
  readonly revision: number;
  readonly changed: boolean;
  readonly dryRun: boolean;
  readonly counts: Readonly<Record<'sections' | 'items' | 'variants' | 'modifierGroups' | 'options', ImportCounts>>;
  readonly findings: readonly MenuFinding[];
}
