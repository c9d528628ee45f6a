import type { Minor } from '../money/currency.js';
import { comboShares } from './combo-shares.js';
import type { DraftLine, DraftOption } from './draft.js';
import { groupPrices } from './group-price.js';
import type { PricedLine, PricedOption } from './priced.js';

/** What turns list prices into a priced line: how classes are taxed, whether a price was agreed. */
export interface PricingLine {
  /** The class under which the tax rates know a class. */
  readonly taxClassOf: (taxClass: string) => string;
  /** With an agreed price the options are in it and add nothing. */
  readonly agreed: boolean;
}

/** A line with its amounts, before tax: `taxMinor` is still 0 everywhere. */
export function priceLine<T>(draft: DraftLine<T>, taxClassOf: PricingLine['taxClassOf']): PricedLine<T> {
  const { line, item, variant, quantity } = draft;
  const agreedMinor = line.agreedUnitPriceMinor;
  const basePriceMinor = Math.max(0, agreedMinor ?? variant.priceMinor);
  const taxClass = taxClassOf(item.taxClass);
  const pricing = { taxClassOf, agreed: agreedMinor !== undefined };
  const options = priceOptions(pricing, draft.options, { times: 1, taxClass });
  const unitPriceMinor = basePriceMinor + sumOf(options);
  return {
    index: draft.index,
    itemId: item.id,
    variantId: variant.id,
    name: item.name,
    ...(variant.name === undefined ? {} : { variantName: variant.name }),
    quantity,
    ...(line.note === undefined ? {} : { note: line.note }),
    basePriceMinor,
    ...(item.isCombo === true
      ? { baseShares: comboShares(basePriceMinor, draft.options, { ownClass: taxClass, taxClassOf }) }
      : {}),
    unitPriceMinor,
    totalMinor: unitPriceMinor * quantity,
    taxMinor: 0,
    taxClass,
    ...(item.stationId === undefined ? {} : { stationId: item.stationId }),
    ...(item.prepSeconds === undefined ? {} : { prepSeconds: item.prepSeconds }),
    options,
  };
}

/** The parent of options: how many of it go into one unit of the line, and the class it is taxed under. */
interface Parent {
  readonly times: number;
  readonly taxClass: string;
}

function priceOptions<T>(pricing: PricingLine, drafts: readonly DraftOption<T>[], parent: Parent): PricedOption<T>[] {
  const prices = pricesOf(pricing, drafts);
  return drafts.map((draft) => {
    const { group, option, facts } = draft;
    const quantity = draft.quantity * parent.times;
    const ownMinor = Math.max(0, (prices.get(draft) ?? 0) - takenOff(draft.options) * draft.quantity);
    const taxClass = facts.taxClass === undefined ? parent.taxClass : pricing.taxClassOf(facts.taxClass);
    return {
      groupId: group.id,
      groupName: group.name,
      groupKind: group.kind === 'removal' ? 'removal' : 'choice',
      optionId: option.id,
      ...(option.itemId === undefined ? {} : { itemId: option.itemId }),
      name: draft.name,
      quantity,
      priceMinor: ownMinor * parent.times,
      taxMinor: 0,
      taxClass,
      ...(facts.stationId === undefined ? {} : { stationId: facts.stationId }),
      options: priceOptions(pricing, draft.options, { times: quantity, taxClass }),
    };
  });
}

/** Group by group, what each choice adds to one unit of its parent. */
function pricesOf<T>(pricing: PricingLine, drafts: readonly DraftOption<T>[]): Map<DraftOption<T>, Minor> {
  const prices = new Map<DraftOption<T>, Minor>();
  if (pricing.agreed) return prices;
  for (const group of new Set(drafts.map((draft) => draft.group))) {
    const chosen = drafts.filter((draft) => draft.group === group);
    const list = chosen.map((draft) => ({
      optionId: draft.option.id,
      priceMinor: Math.max(0, draft.listPriceMinor),
      quantity: draft.quantity,
    }));
    groupPrices(group, list).forEach((price, at) => {
      const draft = chosen[at];
      if (draft) prices.set(draft, price);
    });
  }
  return prices;
}

/** What the choices below an option take off one of it: "light" is no line of its own on the bill. */
function takenOff<T>(below: readonly DraftOption<T>[]): Minor {
  return below.reduce((sum, { listPriceMinor, quantity }) => sum + Math.max(0, -listPriceMinor) * quantity, 0);
}

function sumOf<T>(options: readonly PricedOption<T>[]): Minor {
  return options.reduce((sum, option) => sum + option.priceMinor + sumOf(option.options), 0);
}
