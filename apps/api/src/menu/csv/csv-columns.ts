import { ADDITIVES, ALLERGENS, DIET_TAGS, exponentOf, LIMITS, MENU_LIMITS } from '@comanda/shared';
import type { Item, LanguageTag, MenuFindingCode, Text, Variant } from '@comanda/shared';
import { textWith, withChanges } from '../office/changed-entity.js';
import { joined, minorOf, parted, priceCell, wholeNumber } from './csv-cells.js';

/** Why a cell cannot be taken. */
export class CellFault {
  constructor(
    readonly code: MenuFindingCode,
    readonly detail: string,
  ) {}
}

/** One column of the spreadsheet: how a cell is written, and what another cell makes of the entity. */
export interface Column<Entity> {
  readonly name: string;
  readonly write: (entity: Entity) => string;
  readonly apply: (entity: Entity, cell: string) => Entity | CellFault;
}

/** What cells may point to. */
export interface Known {
  readonly currency: string;
  readonly groupIds: ReadonlySet<string>;
  readonly stationIds: ReadonlySet<string>;
  readonly taxClasses: ReadonlySet<string>;
}

type ItemColumn = Column<Item<Text>>;
type VariantColumn = Column<Variant<Text>>;

export function itemColumns(languages: readonly LanguageTag[], known: Known): ItemColumn[] {
  return [
    ...languages.map((language) => textColumn('name', language, LIMITS.nameLength)),
    ...languages.map((language) => textColumn('description', language, LIMITS.descriptionLength)),
    idColumn('tax_class', 'taxClass', known.taxClasses),
    idColumn('station_id', 'stationId', known.stationIds),
    wordsColumn('allergens', 'allergens', ALLERGENS, 'unknown_allergen'),
    wordsColumn('additives', 'additives', ADDITIVES, 'unknown_additive'),
    wordsColumn('diet_tags', 'dietTags', DIET_TAGS, 'unknown_diet_tag'),
    {
      name: 'group_ids',
      write: ({ modifierGroupIds }) => (modifierGroupIds.length === 0 ? '' : joined(modifierGroupIds)),
      apply: (item, cell) => withGroups(item, parted(cell, '|') ?? [], known),
    },
    flagColumn('only_as_option', 'onlyAsOption'),
    flagColumn('combo', 'isCombo'),
    numberColumn('max_per_order', 'maxPerOrder', 1, MENU_LIMITS.maxPerOrder),
    numberColumn('lead_minutes', 'leadMinutes', 1, MENU_LIMITS.leadMinutes),
    numberColumn('cutoff_minute', 'cutoffMinute', 1, MENU_LIMITS.cutoffMinute),
    numberColumn('prep_seconds', 'prepSeconds', 0, MENU_LIMITS.prepSeconds),
    numberColumn('spiciness', 'spiciness', 0, MENU_LIMITS.spiciness),
    numberColumn('energy_kcal', 'energyKcal', 0, MENU_LIMITS.energyKcal),
  ];
}

export function variantColumns(languages: readonly LanguageTag[], known: Known): VariantColumn[] {
  return [
    ...languages.map((language): VariantColumn => {
      return {
        name: `variant:${language}`,
        write: ({ name }) => name?.[language] ?? '',
        apply: (variant, cell) =>
          tooLong(cell, LIMITS.nameLength) ??
          withChanges(variant, { name: textWith(variant.name, { [language]: cell }) }),
      };
    }),
    {
      name: 'price',
      write: ({ priceMinor }) => priceCell(priceMinor, known.currency),
      apply: (variant, cell) => withPrice(variant, 'priceMinor', cell, known),
    },
    {
      name: 'list_price',
      write: ({ listPriceMinor }) => priceCell(listPriceMinor, known.currency),
      apply: (variant, cell) =>
        cell === ''
          ? withChanges(variant, { listPriceMinor: null })
          : withPrice(variant, 'listPriceMinor', cell, known),
    },
    {
      name: 'variant_group_ids',
      write: ({ modifierGroupIds }) => joined(modifierGroupIds),
      apply: (variant, cell) => withGroups(variant, parted(cell, '|') ?? null, known),
    },
  ];
}

function textColumn(field: 'name' | 'description', language: LanguageTag, most: number): ItemColumn {
  return {
    name: `${field}:${language}`,
    write: (item) => item[field]?.[language] ?? '',
    apply: (item, cell) => {
      const text = textWith(item[field], { [language]: cell });
      return tooLong(cell, most) ?? withChanges(item, { [field]: field === 'name' ? (text ?? {}) : text });
    },
  };
}

function idColumn(name: string, field: 'taxClass' | 'stationId', ids: ReadonlySet<string>): ItemColumn {
  return {
    name,
    write: (item) => item[field] ?? '',
    apply: (item, cell) => {
      if (cell === '') return field === 'stationId' ? withChanges(item, { stationId: null }) : item;
      if (ids.size === 0 || ids.has(cell)) return withChanges(item, { [field]: cell });
      return new CellFault('unknown_reference', `"${cell}" is not known here. Use one of: ${[...ids].join(', ')}.`);
    },
  };
}

function wordsColumn(
  name: string,
  field: 'allergens' | 'additives' | 'dietTags',
  words: readonly string[],
  code: MenuFindingCode,
): ItemColumn {
  return {
    name,
    write: (item) => joined(item[field]),
    apply: (item, cell) => {
      const list = parted(cell.toLowerCase(), '|,;');
      const unknown = (list ?? []).filter((word) => !words.includes(word));
      // Half a declaration would be read as a whole one.
      if (unknown.length > 0) return new CellFault(code, `Unknown: ${unknown.join(', ')}. Use: ${words.join(', ')}.`);
      return withChanges(item, { [field]: list ?? null });
    },
  };
}

function flagColumn(name: string, field: 'onlyAsOption' | 'isCombo'): ItemColumn {
  return {
    name,
    write: (item) => (item[field] === undefined ? '' : item[field] ? 'yes' : 'no'),
    apply: (item, cell) => {
      const words = new Map([
        ['', null],
        ['yes', true],
        ['no', false],
      ]);
      const flag = words.get(cell.toLowerCase());
      return flag === undefined
        ? new CellFault('invalid_value', 'Write yes, no or nothing.')
        : withChanges(item, { [field]: flag });
    },
  };
}

function numberColumn(
  name: string,
  field: 'maxPerOrder' | 'leadMinutes' | 'cutoffMinute' | 'prepSeconds' | 'spiciness' | 'energyKcal',
  least: number,
  most: number,
): ItemColumn {
  return {
    name,
    write: (item) => (item[field] === undefined ? '' : String(item[field])),
    apply: (item, cell) => {
      if (cell === '') return withChanges(item, { [field]: null });
      const value = wholeNumber(cell, least, most);
      return value === undefined
        ? new CellFault('invalid_value', `Write a whole number from ${least} to ${most}, or nothing.`)
        : withChanges(item, { [field]: value });
    },
  };
}

function withPrice(
  variant: Variant<Text>,
  field: 'priceMinor' | 'listPriceMinor',
  cell: string,
  { currency }: Known,
): Variant<Text> | CellFault {
  const minor = minorOf(cell, currency);
  if (minor !== undefined) return withChanges(variant, { [field]: minor });
  const decimals = exponentOf(currency);
  const example = priceCell(1250, currency);
  const detail = `"${cell.slice(0, 40)}" is no price in ${currency}. Write a number with at most ${decimals} decimals, such as ${example}.`;
  return new CellFault(/^-\d/.test(cell) ? 'negative_price' : 'invalid_value', detail);
}

function withGroups<Entity extends { readonly modifierGroupIds?: readonly string[] }>(
  entity: Entity,
  ids: readonly string[] | null,
  { groupIds }: Known,
): Entity | CellFault {
  const unknown = (ids ?? []).filter((id) => !groupIds.has(id));
  if (unknown.length > 0) return new CellFault('unknown_reference', `There is no group ${unknown.join(', ')}.`);
  const changes: { modifierGroupIds: readonly string[] | null } = { modifierGroupIds: ids };
  return withChanges<{ readonly modifierGroupIds?: readonly string[] }>(entity, changes) as Entity;
}

function tooLong(cell: string, most: number): CellFault | undefined {
  return cell.length > most ? new CellFault('invalid_value', `The text is longer than ${most} characters.`) : undefined;
}
