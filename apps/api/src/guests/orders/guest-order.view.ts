import type { GuestOrderLineView, GuestOrderView, OptionChoice } from '@comanda/shared';
import { textIn } from '@comanda/shared';
import { toOrderView } from '../../orders/index.js';
import type { OrderLine, WholeOrder } from '../../orders/index.js';

/** An order of the past in the language in which it was ordered, with all that it takes to order the same again. */
export function toGuestOrderView(whole: WholeOrder): GuestOrderView {
  const { id, number, state, placedAt, fulfilment, currency, totalMinor, location } = toOrderView(whole);
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
    lines: linesOf(whole),
  };
}

function linesOf({ order, lines, location }: WholeOrder): GuestOrderLineView[] {
  const children = Map.groupBy(lines, ({ parentId }) => parentId);
  return lines
    .filter(({ kind, kitchenState }) => kind === 'dish' && (kitchenState !== 'cancelled' || isUnmade(order)))
    .map((line) => ({
      name: textIn(line.name, order.language, location.defaultLanguage),
      ...(line.variantName === null
        ? {}
        : { variantName: textIn(line.variantName, order.language, location.defaultLanguage) }),
      itemId: line.itemId ?? '',
      variantId: line.variantId ?? '',
      quantity: line.quantity,
      options: choicesUnder(line.id, children),
      ...(line.note === null ? {} : { note: line.note }),
    }));
}

/** Of an order that came to nothing all dishes are cancelled; they can be wanted again nevertheless. */
function isUnmade({ state }: WholeOrder['order']): boolean {
  return state === 'cancelled' || state === 'rejected' || state === 'expired';
}

function choicesUnder(parentId: string, children: ReadonlyMap<string | null, readonly OrderLine[]>): OptionChoice[] {
  return (children.get(parentId) ?? []).map(({ id, groupId, optionId, quantity }) => {
    const options = choicesUnder(id, children);
    return {
      groupId: groupId ?? '',
      optionId: optionId ?? '',
      ...(quantity === 1 ? {} : { quantity }),
      ...(options.length === 0 ? {} : { options }),
    };
  });
}
