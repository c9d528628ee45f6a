import {
  LIMITS,
  MENU_LIMITS,
  textIn,
  type ChangeItemRequest,
  type ChangeVariantRequest,
  type CurrencyCode,
  type Item,
  type LanguageTag,
  type Text,
  type Variant,
} from '@comanda/shared';
import { amountText, parseAmount } from '../words/amount';
import { CELL_TEXTS } from './menu-texts';

export const COLUMNS = ['name', 'price', 'before', 'prep'] as const;
export type Column = (typeof COLUMNS)[number];

/** One cell of the table: a field of a dish, or of one of its sizes. */
export interface CellRef {
  readonly column: Column;
  readonly itemId: string;
  readonly variantId: string;
}

export interface MenuTerms {
  readonly currency: CurrencyCode;
  readonly language: LanguageTag;
}

export type CellChange =
  | { readonly of: 'item'; readonly change: ChangeItemRequest }
  | { readonly of: 'variant'; readonly change: ChangeVariantRequest };

export type Reading = { readonly change: CellChange } | { readonly problem: string };

export function cellKey({ column, itemId, variantId }: CellRef): string {
  return column === 'name' || column === 'prep' ? `${column} ${itemId}` : `${column} ${variantId}`;
}

/** The element in which it is edited. */
export function cellId(ref: CellRef): string {
  return `cell-${cellKey(ref).replaceAll(' ', '-')}`;
}

/** The element that says what is wrong with the cell. */
export function noteId(ref: CellRef): string {
  return `note-${cellKey(ref).replaceAll(' ', '-')}`;
}

/** What stands in the cell. */
export function cellText({ column, variantId }: CellRef, item: Item<Text>, terms: MenuTerms): string {
  const variant = variantOf(item, variantId);
  switch (column) {
    case 'name':
      return textIn(item.name, terms.language, terms.language);
    case 'price':
      return variant === undefined ? '' : amountText(variant.priceMinor, terms.currency);
    case 'before':
      return variant?.listPriceMinor === undefined ? '' : amountText(variant.listPriceMinor, terms.currency);
    case 'prep':
      return item.prepSeconds === undefined ? '' : String(Math.round(item.prepSeconds / 60));
  }
}

/** The change that the typed text asks for, or what is wrong with it. */
export function readCell({ column, variantId }: CellRef, text: string, item: Item<Text>, terms: MenuTerms): Reading {
  const typed = text.trim();
  switch (column) {
    case 'name':
      return readName(typed, terms.language);
    case 'price':
      return readPrice(typed, terms.currency);
    case 'before':
      return readBefore(typed, variantOf(item, variantId)?.priceMinor ?? 0, terms.currency);
    case 'prep':
      return readPrep(typed);
  }
}

function readName(typed: string, language: LanguageTag): Reading {
  if (typed === '') return { problem: CELL_TEXTS.nameMissing };
  if (typed.length > LIMITS.nameLength) return { problem: CELL_TEXTS.nameTooLong(LIMITS.nameLength) };
  return { change: { of: 'item', change: { name: { [language]: typed } } } };
}

function readPrice(typed: string, currency: CurrencyCode): Reading {
  const priceMinor = parseAmount(typed, currency);
  if (priceMinor === null) return { problem: CELL_TEXTS.priceWrong(currency) };
  if (priceMinor > LIMITS.priceMinor) return { problem: CELL_TEXTS.priceTooHigh };
  return { change: { of: 'variant', change: { priceMinor } } };
}

function readBefore(typed: string, priceMinor: number, currency: CurrencyCode): Reading {
  if (typed === '') return { change: { of: 'variant', change: { listPriceMinor: null } } };
  const listPriceMinor = parseAmount(typed, currency);
  if (listPriceMinor === null) return { problem: CELL_TEXTS.priceWrong(currency) };
  if (listPriceMinor > LIMITS.priceMinor) return { problem: CELL_TEXTS.priceTooHigh };
  if (listPriceMinor <= priceMinor) return { problem: CELL_TEXTS.beforeTooLow };
  return { change: { of: 'variant', change: { listPriceMinor } } };
}

function readPrep(typed: string): Reading {
  if (typed === '') return { change: { of: 'item', change: { prepSeconds: null } } };
  const seconds = /^\d{1,4}$/.test(typed) ? Number(typed) * 60 : Infinity;
  if (seconds > MENU_LIMITS.prepSeconds) return { problem: CELL_TEXTS.prepWrong };
  return { change: { of: 'item', change: { prepSeconds: seconds } } };
}

function variantOf(item: Item<Text>, variantId: string): Variant<Text> | undefined {
  return item.variants.find(({ id }) => id === variantId);
}
