import type { ActingRole, PlaceOrderRequest, ProblemItem, QuoteRequest } from '@comanda/shared';
import { may } from '@comanda/shared';

/** The fields of a request that its sender may not set: agreed prices and times in the past are for staff with the permission. */
export function requireStaffRights(
  role: ActingRole | undefined,
  request: QuoteRequest | PlaceOrderRequest,
): ProblemItem[] {
  const mayAgree = role !== undefined && may(role, 'orders.agree-price');
  const mayBackdate = role !== undefined && may(role, 'orders.backdate');
  const prices = request.lines.flatMap((line, at) =>
    line.agreedUnitPriceMinor === undefined || mayAgree ? [] : [forbidden(`/lines/${at}/agreedUnitPriceMinor`)],
  );
  const backdated = 'placedAt' in request && request.placedAt !== undefined;
  return backdated && !mayBackdate ? [...prices, forbidden('/placedAt')] : prices;
}

function forbidden(pointer: string): ProblemItem {
  return { pointer, code: 'forbidden', detail: 'Only staff with the permission may set this. Leave it out.' };
}
