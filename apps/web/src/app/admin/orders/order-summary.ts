import type { OrderFulfilmentView, OrderSummaryView, StaffOrderView } from '@comanda/shared';

/** The row of the list that belongs to a whole order. */
export function summaryOf(order: StaffOrderView): OrderSummaryView {
  const { id, number, version, state, paymentState, fulfilment, currency, totalMinor, paidMinor } = order;
  const { businessDate, placedAt, source, guest, lines } = order;
  return {
    id,
    number,
    version,
    state,
    paymentState,
    fulfilment,
    ...(guest?.name === undefined ? {} : { guestName: guest.name }),
    itemCount: lines.reduce((sum, { quantity }) => sum + quantity, 0),
    currency,
    totalMinor,
    paidMinor,
    ...(order.refundDueMinor === undefined ? {} : { refundDueMinor: order.refundDueMinor }),
    businessDate,
    placedAt,
    source,
  };
}

/** Where the dishes go: `Table 4`, `Pickup, Ines`. */
export function whereWords({ type, tableName }: OrderFulfilmentView, guestName: string | undefined): string {
  const place = type === 'dine-in' ? `Table ${tableName ?? '?'}` : type === 'pickup' ? 'Pickup' : 'Delivery';
  return guestName === undefined ? place : `${place}, ${guestName}`;
}
