import type { GuestOrderView } from '@comanda/shared';
import { sameAgain } from '@comanda/shared';
import { toOrderView } from '../../orders/index.js';
import type { WholeOrder } from '../../orders/index.js';

/** An order of the past in the language in which it was ordered, with all that it takes to order the same again. */
export function toGuestOrderView(whole: WholeOrder): GuestOrderView {
  const view = toOrderView(whole);
  const { id, number, state, placedAt, fulfilment, currency, totalMinor, location } = view;
  const { trackingToken } = whole.order;
  return {
    id,
    number,
    state,
    placedAt,
    fulfilment,
    currency,
    totalMinor,
    trackingToken,
    location,
    lines: sameAgain(view),
  };
}
