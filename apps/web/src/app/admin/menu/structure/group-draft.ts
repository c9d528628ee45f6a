import {
  LIMITS,
  MENU_LIMITS,
  pointer,
  type GroupKind,
  type ModifierGroup,
  type ModifierOption,
  type PriceRule,
  type Text,
} from '@comanda/shared';
import { amountText } from '../../words/amount';
import { newId } from '../../words/new-id';
import type { DishTerms } from '../dish/dish-draft';
import { parsePrice } from '../dish/dish-reading';
import { FAULT_TEXTS } from '../dish/dish-texts';
import type { FieldFault } from '../dish/field-faults';
import { writtenText } from '../dish/written-text';
import { STRUCTURE_TEXTS } from './structure-texts';

/** A group of choices as it stands in the form. */
export interface GroupDraft {
  readonly name: Text;
  readonly kind: GroupKind;
  readonly min: string;
  /** Empty: no limit. */
  readonly max: string;
  readonly freeCount: string;
  readonly priceRule: PriceRule;
  readonly fixedPrice: string;
  readonly options: readonly OptionDraft[];
}

export interface OptionDraft {
  readonly id: string;
  /** The dish that the option is; null for one with a name of its own. */
  readonly itemId: string | null;
  readonly name: Text;
  readonly price: string;
  readonly isDefault: boolean;
  /** Empty: once. */
  readonly maxQuantity: string;
  /** Empty: it has a price of its own. */
  readonly percent: string;
  /** Empty: as its dish, or not known. */
  readonly energy: string;
}

export function groupDraftOf(group: ModifierGroup<Text>, { currency }: DishTerms): GroupDraft {
  const { name, kind, min, max, freeCount, priceRule, fixedPriceMinor, options } = group;
  return {
    name,
    kind,
    min: String(min),
    max: max === undefined ? '' : String(max),
    freeCount: String(freeCount),
    priceRule,
    fixedPrice: fixedPriceMinor === undefined ? '' : amountText(fixedPriceMinor, currency),
    options: options.map((option) => ({
      id: option.id,
      itemId: option.itemId ?? null,
      name: option.name ?? {},
      price: amountText(option.priceMinor, currency),
      isDefault: option.isDefault ?? false,
      maxQuantity: numberText(option.maxQuantity),
      percent: numberText(option.percentOfChoice),
      energy: numberText(option.energyKcal),
    })),
  };
}

export function emptyGroup(): GroupDraft {
  const rest = { min: '0', max: '1', freeCount: '0', priceRule: 'sum', fixedPrice: '' } as const;
  return { name: {}, kind: 'choice', ...rest, options: [newOption(null)] };
}

export function newOption(itemId: string | null): OptionDraft {
  return {
    id: newId('option'),
    itemId,
    name: {},
    price: '0',
    isDefault: false,
    maxQuantity: '',
    percent: '',
    energy: '',
  };
}

/** The whole group as the draft says it; what the form does not show of an option stays. Only for a draft without faults. */
export function groupOf(
  draft: GroupDraft,
  id: string,
  base: ModifierGroup<Text> | null,
  terms: DishTerms,
): ModifierGroup<Text> {
  const fixed = draft.priceRule === 'fixed' ? parsePrice(draft.fixedPrice, terms) : null;
  return {
    id,
    name: writtenText(draft.name),
    kind: draft.kind,
    min: Number(draft.min),
    ...(draft.max.trim() === '' ? {} : { max: Number(draft.max) }),
    freeCount: Number(draft.freeCount),
    priceRule: draft.priceRule,
    ...(fixed === null ? {} : { fixedPriceMinor: fixed }),
    options: draft.options.map((option) => optionOf(option, base, terms)),
  };
}

function optionOf(draft: OptionDraft, base: ModifierGroup<Text> | null, terms: DishTerms): ModifierOption<Text> {
  const old = base?.options.find(({ id }) => id === draft.id);
  const { name: _name, maxQuantity: _most, isDefault: _default, ...others } = old ?? { id: draft.id, priceMinor: 0 };
  const { percentOfChoice: _percent, energyKcal: _energy, ...kept } = others;
  const name = writtenText(draft.name);
  return {
    ...kept,
    ...(draft.itemId === null ? {} : { itemId: draft.itemId }),
    ...(Object.keys(name).length === 0 ? {} : { name }),
    priceMinor: parsePrice(draft.price, terms) ?? 0,
    ...(draft.isDefault ? { isDefault: true } : {}),
    ...given('maxQuantity', draft.maxQuantity),
    ...given('percentOfChoice', draft.percent),
    ...given('energyKcal', draft.energy),
  };
}

function given<Name extends string>(name: Name, typed: string): Partial<Record<Name, number>> {
  return typed.trim() === '' ? {} : ({ [name]: Number(typed) } as Record<Name, number>);
}

function numberText(value: number | undefined): string {
  return value === undefined ? '' : String(value);
}

export function faultsOfGroup(draft: GroupDraft, terms: DishTerms): readonly FieldFault[] {
  const [min, max] = [whole(draft.min, 0, MENU_LIMITS.choices), whole(draft.max, 1, MENU_LIMITS.choices)];
  const noLimit = draft.max.trim() === '';
  return [
    ...fault(isBlank(draft.name, terms), pointer('name', terms.defaultLanguage), STRUCTURE_TEXTS.nameMissing),
    ...fault(min === null, '/min', STRUCTURE_TEXTS.count(0)),
    ...fault(max === null && !noLimit, '/max', STRUCTURE_TEXTS.countOrEmpty(1)),
    ...fault(min !== null && max !== null && max < min, '/max', STRUCTURE_TEXTS.maxBelowMin),
    ...fault(whole(draft.freeCount, 0, MENU_LIMITS.choices) === null, '/freeCount', STRUCTURE_TEXTS.count(0)),
    ...fault(
      draft.priceRule === 'fixed' && parsePrice(draft.fixedPrice, terms) === null,
      '/fixedPriceMinor',
      FAULT_TEXTS.price(terms.currency),
    ),
    ...draft.options.flatMap((option, index) => faultsOfOption(option, index, terms)),
  ];
}

export function fieldsOfGroup(draft: GroupDraft, { languages, defaultLanguage }: DishTerms): readonly string[] {
  const ordered = [defaultLanguage, ...languages.filter((language) => language !== defaultLanguage)];
  return [
    ...ordered.map((language) => pointer('name', language)),
    ...['/kind', '/min', '/max', '/freeCount', '/priceRule', '/fixedPriceMinor'],
    ...draft.options.flatMap((_, index) => [
      ...ordered.map((language) => pointer('options', index, 'name', language)),
      pointer('options', index, 'priceMinor'),
      ...['maxQuantity', 'percentOfChoice', 'energyKcal'].map((field) => pointer('options', index, field)),
    ]),
  ];
}

function faultsOfOption(option: OptionDraft, index: number, terms: DishTerms): readonly FieldFault[] {
  const { least, most } = MENU_LIMITS.percentOfChoice;
  const nameless = option.itemId === null && isBlank(option.name, terms);
  const at = (...path: readonly string[]): string => pointer('options', index, ...path);
  return [
    ...fault(nameless, at('name', terms.defaultLanguage), STRUCTURE_TEXTS.optionNameMissing),
    ...fault(parsePrice(option.price, terms) === null, at('priceMinor'), FAULT_TEXTS.price(terms.currency)),
    ...outside(option.maxQuantity, 1, LIMITS.optionQuantity, at('maxQuantity')),
    ...outside(option.percent, least, most, at('percentOfChoice')),
    ...outside(option.energy, 0, MENU_LIMITS.energyKcal, at('energyKcal')),
  ];
}

/** A whole number within bounds, or nothing. */
function outside(typed: string, min: number, max: number, at: string): readonly FieldFault[] {
  return fault(typed.trim() !== '' && whole(typed, min, max) === null, at, FAULT_TEXTS.whole(min, max));
}

function isBlank(text: Text, { defaultLanguage }: DishTerms): boolean {
  return (text[defaultLanguage] ?? '').trim() === '';
}

function whole(typed: string, min: number, max: number): number | null {
  const value = /^-?\d{1,6}$/.test(typed.trim()) ? Number(typed) : null;
  return value === null || value < min || value > max ? null : value;
}

function fault(wrong: boolean, at: string, text: string): readonly FieldFault[] {
  return wrong ? [{ pointer: at, text }] : [];
}
