import type { Minor } from '@comanda/shared';
import { priceBasket } from '@comanda/shared/pricing';
import type { MenuMatch } from './menu-match.js';
import { basketLines, pricedParts } from './order-request.js';
import type { RecordedLine } from './recorded-order.js';

/** How the prices that were paid differ from the menu's of today. */
export interface PriceDrift {
  /** Lines that have a price in the file and one on the menu. */
  readonly compared: number;
  readonly dearer: number;
  readonly cheaper: number;
  /** What these lines brought. */
  readonly paidMinor: Minor;
  /** What they would bring at the menu's prices. */
  readonly atMenuMinor: Minor;
}

export function priceDrift(lines: readonly RecordedLine[], match: MenuMatch): PriceDrift {
  const drift = { compared: 0, dearer: 0, cheaper: 0, paidMinor: 0, atMenuMinor: 0 };
  for (const line of lines) {
    const paid = paidFor(line);
    const atMenu = menuPriceOf(line, match);
    if (paid === undefined || atMenu === undefined) continue;
    drift.compared += 1;
    drift.dearer += paid > atMenu ? 1 : 0;
    drift.cheaper += paid < atMenu ? 1 : 0;
    drift.paidMinor += paid;
    drift.atMenuMinor += atMenu;
  }
  return drift;
}

/** What was paid for a line; undefined when the file does not tell. */
export function paidFor(line: RecordedLine): Minor | undefined {
  return pricedParts(line).reduce<Minor | undefined>(
    (sum, { quantity, agreedUnitPriceMinor: unit }) =>
      unit === undefined || sum === undefined ? undefined : sum + unit * quantity,
    0,
  );
}

/** The line with its options at the menu's prices, before tax; undefined when the menu would not sell it so. */
function menuPriceOf(line: RecordedLine, match: MenuMatch): Minor | undefined {
  const [first] = basketLines(line, match);
  if (!first) return undefined;
  const { agreedUnitPriceMinor: _paid, ...asked } = first;
  const basket = { lines: [{ ...asked, quantity: 1 }], fulfilment: 'pickup' } as const;
  const { priced, problems } = priceBasket(match.index, basket, { taxRates: {}, taxInclusive: true });
  return problems.length > 0 ? undefined : priced.subtotalMinor * line.quantity;
}
