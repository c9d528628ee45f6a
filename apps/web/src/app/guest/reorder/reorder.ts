import type { OptionChoice, Sellability } from '@comanda/shared';
import { groupsOf, priceBasket, sellability } from '@comanda/shared/pricing';
import type { NewLine } from '../basket/basket-line';
import { groupsUnder, knownChoices } from '../../ui/choices/choice-tree';
import type { Offer } from '../../ui/choices/default-choices';

/** A line of an earlier order, with the name that the dish had then. */
export interface PastLine extends NewLine {
  readonly name: string;
}

/** Why a dish of then cannot be had as it was. `choose`: something has to be chosen that was not there then. */
export type MissingReason = { readonly kind: 'gone' | 'choose' } | { readonly kind: 'off'; readonly sale: Sellability };

export interface Reorder {
  /** What can be ordered again now. */
  readonly lines: readonly NewLine[];
  readonly missing: readonly { readonly name: string; readonly reason: MissingReason }[];
  /** Dishes that come without some choice of then. */
  readonly changed: readonly string[];
}

/** An earlier order with today's menu: what is still there, what is not and why, what changed on the way. */
export function reorderOf(offer: Offer, past: readonly PastLine[], timezone: string): Reorder {
  const lines: NewLine[] = [];
  const missing: { name: string; reason: MissingReason }[] = [];
  const changed: string[] = [];
  for (const { name, ...line } of past) {
    const today = lineToday(offer, line, timezone);
    if ('reason' in today) {
      missing.push({ name, reason: today.reason });
      continue;
    }
    lines.push(today.line);
    if (today.fewer) changed.push(name);
  }
  return { lines, missing, changed };
}

type LineToday = { readonly line: NewLine; readonly fewer: boolean } | { readonly reason: MissingReason };

function lineToday(offer: Offer, line: NewLine, timezone: string): LineToday {
  const item = offer.index.items.get(line.itemId);
  if (item === undefined || item.onlyAsOption === true) return { reason: { kind: 'gone' } };
  const variant = item.variants.find(({ id }) => id === line.variantId);
  if (variant === undefined) return { reason: { kind: 'choose' } };
  for (const target of [{ kind: 'item', id: item.id } as const, { kind: 'variant', id: variant.id } as const]) {
    const sale = sellability(offer.index, offer.availability, target, offer.moment, timezone);
    if (!sale.sellable) return { reason: { kind: 'off', sale } };
  }
  const known = knownChoices(offer.index, groupsOf(offer.index, item, variant), line.options ?? []);
  const options = onSale(offer, known);
  const { options: before = [], ...rest } = line;
  const now = { ...rest, ...(options.length === 0 ? {} : { options }) };
  return isComplete(offer, now) ? { line: now, fewer: count(options) < count(before) } : { reason: { kind: 'choose' } };
}

function onSale(offer: Offer, choices: readonly OptionChoice[]): OptionChoice[] {
  return choices.flatMap((choice) => {
    const group = offer.index.options.get(choice.optionId)?.group;
    const target = { kind: 'option', id: choice.optionId } as const;
    const here =
      group?.kind === 'removal' || sellability(offer.index, offer.availability, target, offer.moment).sellable;
    if (!here) return [];
    const { options: _all, ...rest } = choice;
    const options = groupsUnder(offer.index, choice.optionId).length === 0 ? [] : onSale(offer, choice.options ?? []);
    return { ...rest, ...(options.length === 0 ? {} : { options }) };
  });
}

function isComplete(offer: Offer, line: NewLine): boolean {
  const { taxRates, taxInclusive } = offer.menu;
  return (
    priceBasket(offer.index, { lines: [line], fulfilment: 'pickup' }, { taxRates, taxInclusive }).problems.length === 0
  );
}

function count(choices: readonly OptionChoice[]): number {
  return choices.reduce((sum, { quantity = 1, options = [] }) => sum + quantity + count(options), 0);
}
