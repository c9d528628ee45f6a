import { LIMITS } from '../../limits.js';
import { MENU_LIMITS } from '../menu-limits.js';
import type { Text } from '../../text/text.js';
import type { MenuFinding } from '../menu-view.js';
import { GROUP_KINDS, PRICE_RULES, type Item, type ModifierGroup, type ModifierOption } from '../menu.js';
import { findingsIn, type MenuCheck, type Subject } from './finding.js';
import { aGroup, anItem, anOption, aVariant, theMenu } from './subjects.js';

/** A value that must be a whole number within bounds; absent ones are fine unless required. */
interface Bound {
  readonly word: string;
  readonly value: unknown;
  readonly least: number;
  readonly most: number;
  readonly required?: boolean;
}

/** Numbers and words are within their bounds. */
export const checkValues: MenuCheck = (menu) => {
  const { error } = findingsIn(menu);
  const bounds = (subject: Subject, list: readonly Bound[]): MenuFinding[] =>
    list.filter(isOutside).map((bound) => error('invalid_value', subject, describe(bound)));
  const wrong = (subject: Subject, sentences: readonly string[]): MenuFinding[] =>
    sentences.map((sentence) => error('invalid_value', subject, sentence));
  return [
    ...wrong(theMenu, faultsOfMenu(menu)),
    ...menu.items.flatMap((item) => [
      ...bounds(anItem(item), boundsOfItem(item)),
      ...wrong(anItem(item), faultsOfItem(item)),
    ]),
    ...menu.modifierGroups.flatMap((group) => [
      ...bounds(aGroup(group), boundsOfGroup(group)),
      ...wrong(aGroup(group), faultsOfGroup(group)),
      ...group.options.flatMap((option) => [
        ...bounds(anOption(option), boundsOfOption(option)),
        ...wrong(anOption(option), faultsOfOption(option)),
      ]),
    ]),
  ];
};

/** Prices are whole minor units within bounds, and never negative. */
export const checkPrices: MenuCheck = (menu) => {
  const { error } = findingsIn(menu);
  const check = (subject: Subject, prices: readonly (readonly [string, unknown])[]): MenuFinding[] =>
    prices.flatMap(([word, value]) => {
      if (typeof value === 'number' && value < 0) {
        return error('negative_price', subject, `The ${word} is negative. Set it to 0 or more.`);
      }
      const bound = { word: `The ${word}`, value, least: 0, most: LIMITS.priceMinor, required: true };
      return isOutside(bound) ? error('invalid_value', subject, describe(bound)) : [];
    });
  return [
    ...menu.items.flatMap((item) =>
      item.variants.flatMap((variant) =>
        check(aVariant(item, variant), [['price', variant.priceMinor], ...given('list price', variant.listPriceMinor)]),
      ),
    ),
    ...menu.modifierGroups.flatMap((group) => [
      ...check(aGroup(group), group.priceRule === 'fixed' ? [['fixed price', group.fixedPriceMinor]] : []),
      ...group.options.flatMap((option) => check(anOption(option), pricesOfOption(option))),
    ]),
  ];
};

function pricesOfOption({ priceMinor, priceMinorByVariant }: ModifierOption<Text>): (readonly [string, unknown])[] {
  const bySize = Object.entries(priceMinorByVariant ?? {});
  return [['price', priceMinor], ...bySize.map(([id, price]) => [`price with ${id}`, price] as const)];
}

function given(word: string, value: unknown): (readonly [string, unknown])[] {
  return value === undefined ? [] : [[word, value]];
}

function faultsOfMenu(menu: { currency: string; languages: readonly string[]; defaultLanguage: string }): string[] {
  const faults = [];
  if (!/^[A-Z]{3}$/.test(menu.currency))
    faults.push('The currency must be a code of three capital letters, such as EUR.');
  if (!menu.languages.includes(menu.defaultLanguage)) faults.push('The default language must be one of the languages.');
  return faults;
}

function faultsOfItem(item: Item<Text>): string[] {
  const faults = [];
  if (item.variants.length === 0) faults.push('It has no variant, so it has no price. Add one.');
  if (typeof item.taxClass !== 'string' || item.taxClass === '') faults.push('It has no tax class. Choose one.');
  return faults;
}

function faultsOfGroup(group: ModifierGroup<Text>): string[] {
  const faults = [];
  if (!GROUP_KINDS.includes(group.kind)) faults.push(`The kind must be one of: ${GROUP_KINDS.join(', ')}.`);
  if (!PRICE_RULES.includes(group.priceRule)) faults.push(`The price rule must be one of: ${PRICE_RULES.join(', ')}.`);
  const defaults = group.options.filter(({ isDefault }) => isDefault).length;
  if (group.max !== undefined && defaults > group.max)
    faults.push('More options are chosen from the start than may be.');
  return faults;
}

function faultsOfOption({ percentOfChoice, priceMinor }: ModifierOption<Text>): string[] {
  if (percentOfChoice === undefined || priceMinor === 0) return [];
  return ['An option with a percentage has no price of its own. Set its price to 0, or take the percentage away.'];
}

function boundsOfItem(item: Item<Text>): Bound[] {
  return [
    { word: 'The preparation time in seconds', value: item.prepSeconds, least: 0, most: MENU_LIMITS.prepSeconds },
    { word: 'The maximum in one order', value: item.maxPerOrder, least: 1, most: MENU_LIMITS.maxPerOrder },
    { word: 'The lead time', value: item.leadMinutes, least: 1, most: MENU_LIMITS.leadMinutes },
    { word: 'The cut-off', value: item.cutoffMinute, least: 1, most: MENU_LIMITS.cutoffMinute },
    { word: 'The spiciness', value: item.spiciness, least: 0, most: MENU_LIMITS.spiciness },
    { word: 'The energy in kcal', value: item.energyKcal, least: 0, most: MENU_LIMITS.energyKcal },
  ];
}

function boundsOfGroup(group: ModifierGroup<Text>): Bound[] {
  return [
    { word: 'The minimum', value: group.min, least: 0, most: MENU_LIMITS.choices, required: true },
    { word: 'The maximum', value: group.max, least: 0, most: MENU_LIMITS.choices },
    { word: 'The number of free choices', value: group.freeCount, least: 0, most: MENU_LIMITS.choices, required: true },
  ];
}

function boundsOfOption(option: ModifierOption<Text>): Bound[] {
  return [
    { word: 'The maximum of the option', value: option.maxQuantity, least: 1, most: LIMITS.optionQuantity },
    { word: 'The energy in kcal', value: option.energyKcal, least: 0, most: MENU_LIMITS.energyKcal },
    { word: 'The percentage', value: option.percentOfChoice, ...MENU_LIMITS.percentOfChoice },
  ];
}

function isOutside({ value, least, most, required = false }: Bound): boolean {
  if (value === undefined) return required;
  return typeof value !== 'number' || !Number.isSafeInteger(value) || value < least || value > most;
}

function describe({ word, least, most }: Bound): string {
  return `${word} must be a whole number from ${least} to ${most}.`;
}
