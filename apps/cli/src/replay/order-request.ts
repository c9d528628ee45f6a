import type { BasketLine, FulfilmentRequest, PlaceOrderRequest } from '@comanda/shared';
import { LIMITS } from '@comanda/shared';
import type { MenuMatch } from './menu-match.js';
import type { RecordedLine, RecordedOrder } from './recorded-order.js';

/** What all orders of a replay have in common. */
export interface Takeover {
  readonly match: MenuMatch;
  /** Name of the other system: its ids are unique only there. */
  readonly source: string;
  readonly fulfilment: FulfilmentRequest;
  /** Of orders without a time of their own. */
  readonly undatedAtMs?: number;
}

/** The order as the API takes it, at the prices that were paid. Lines that the menu does not have are left out. */
export function orderRequest(order: RecordedOrder, takeover: Takeover): PlaceOrderRequest {
  const placedAtMs = order.placedAtMs ?? takeover.undatedAtMs;
  return {
    externalId: externalId(takeover.source, order.id),
    fulfilment: takeover.fulfilment,
    lines: order.lines.flatMap((line) => basketLines(line, takeover.match)),
    ...(placedAtMs === undefined ? {} : { placedAt: new Date(placedAtMs).toISOString() }),
  };
}

export function externalId(source: string, orderId: string): string {
  return `${source}:${orderId}`;
}

/** What is chosen and not on the menu goes to the kitchen as a note. */
export function basketLines(line: RecordedLine, match: MenuMatch): BasketLine[] {
  const found = match.find(line);
  if (!found) return [];
  const { item, variant, options, unknownModifiers } = found;
  const note = unknownModifiers.join(', ').slice(0, LIMITS.lineNoteLength);
  return pricedParts(line).map((part) => ({
    itemId: item.id,
    variantId: variant.id,
    ...part,
    ...(options.length === 0 ? {} : { options }),
    ...(note === '' ? {} : { note }),
  }));
}

type PricedPart = Pick<BasketLine, 'quantity' | 'agreedUnitPriceMinor'>;

/** A total that does not divide by the quantity becomes two parts: what was paid for the line stays to the cent. */
export function pricedParts({ quantity, unitPriceMinor, totalMinor }: RecordedLine): PricedPart[] {
  if (totalMinor === undefined) {
    return [{ quantity, ...(unitPriceMinor === undefined ? {} : { agreedUnitPriceMinor: unitPriceMinor }) }];
  }
  const lower = Math.floor(totalMinor / quantity);
  const dearer = totalMinor - lower * quantity;
  return [
    { quantity: quantity - dearer, agreedUnitPriceMinor: lower },
    { quantity: dearer, agreedUnitPriceMinor: lower + 1 },
  ].filter((part) => part.quantity > 0);
}
