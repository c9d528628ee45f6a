import type {
  OrderFulfilmentView,
  OrderLineView,
  OrderOptionView,
  OrderSummaryView,
  OrderView,
  PaymentView,
  PlacedOrderView,
  RefundView,
  StaffOrderView,
  Text,
} from '@comanda/shared';
import { refundDueMinor, textIn } from '@comanda/shared';
import type { Location } from '../locations/index.js';
import { toInstant } from '../platform/clock/index.js';
import { isCancellableByGuest } from './domain/cancelling.js';
import type { Order, OrderLine } from './order.js';
import type { PaymentEntity } from './payment.entity.js';

/** An order with all that its views show. */
export interface WholeOrder {
  readonly order: Order;
  readonly lines: readonly OrderLine[];
  readonly location: Location;
  /** What was given back, where somebody looks for it. */
  readonly refunds?: readonly PaymentEntity[];
}

export function toOrderSummaryView(order: Order): OrderSummaryView {
  return {
    id: order.id,
    number: order.number,
    version: order.version,
    state: order.state,
    paymentState: order.paymentState,
    fulfilment: toFulfilmentView(order),
    ...(order.guestName === null ? {} : { guestName: order.guestName }),
    itemCount: order.itemCount,
    currency: order.currency,
    totalMinor: order.totalMinor,
    paidMinor: order.paidMinor,
    ...toRefundDue(order),
    businessDate: order.businessDate,
    placedAt: toInstant(order.placedAt),
    source: order.source,
    ...(order.kitchenUnanswered ? { kitchenUnanswered: true } : {}),
  };
}

/** What a guest may see of the order, in the order's language. */
export function toOrderView({ order, lines, location, refunds = [] }: WholeOrder): OrderView {
  return {
    id: order.id,
    number: order.number,
    version: order.version,
    state: order.state,
    paymentState: order.paymentState,
    fulfilment: toFulfilmentView(order),
    language: order.language,
    currency: order.currency,
    taxInclusive: order.taxInclusive,
    lines: toLineViews(lines, (text) => textIn(text, order.language, location.defaultLanguage)),
    ...(order.note === null ? {} : { note: order.note }),
    ...(order.allergies === null ? {} : { allergies: order.allergies }),
    ...toGuest(order),
    subtotalMinor: order.subtotalMinor,
    fees: order.fees ?? [],
    taxes: order.taxes,
    taxMinor: order.taxMinor,
    tipMinor: order.tipMinor,
    totalMinor: order.totalMinor,
    paidMinor: order.paidMinor,
    ...toRefundDue(order),
    ...(refunds.length === 0 ? {} : { refunds: refunds.map(toRefundView) }),
    businessDate: order.businessDate,
    placedAt: toInstant(order.placedAt),
    readyEstimate: { from: toInstant(order.readyFrom), until: toInstant(order.readyUntil) },
    timeline: order.timeline.map(({ state, at }) => ({ state, at })),
    ...(order.cookingStartedAt === null ? {} : { cookingStartedAt: toInstant(order.cookingStartedAt) }),
    cancellable: isCancellableByGuest(order),
    ...(order.reason === null ? {} : { reason: order.reason }),
    location: toOrderLocation(location),
  };
}

/**
 * What whoever has the tracking link may see. Where several ordered together all of them have it: they read neither the
 * address nor the number of the one who ordered for all.
 */
export function toTrackedOrderView(whole: WholeOrder): OrderView {
  const view = toOrderView(whole);
  if (whole.lines.every(({ guestName }) => guestName === null)) return view;
  const { address: _address, ...fulfilment } = view.fulfilment;
  const { guest: { phone: _phone, ...guest } = {}, ...rest } = view;
  return { ...rest, fulfilment, ...(guest.name === undefined ? {} : { guest }) };
}

export function toPlacedOrderView(whole: WholeOrder): PlacedOrderView {
  const { trackingToken } = whole.order;
  return { ...toOrderView(whole), trackingToken, trackingPath: `/o/${trackingToken}` };
}

export function toStaffOrderView(whole: WholeOrder, payments: readonly PaymentEntity[]): StaffOrderView {
  const { order } = whole;
  return {
    ...toOrderView({ ...whole, refunds: payments.filter(isRefund) }),
    source: order.source,
    menuRevision: order.menuRevision,
    ...(order.externalId === null ? {} : { externalId: order.externalId }),
    trackingPath: `/o/${order.trackingToken}`,
    payments: payments.map(toPaymentView),
  };
}

export function toPaymentView({ id, method, amountMinor, at, by }: PaymentEntity): PaymentView {
  return { id, method, amountMinor, at: toInstant(at), by };
}

/** Money given back stands among the payments, below zero. */
export function isRefund({ amountMinor }: PaymentEntity): boolean {
  return amountMinor < 0;
}

function toRefundView({ method, amountMinor, at }: PaymentEntity): RefundView {
  return { method, amountMinor: -amountMinor, at: toInstant(at) };
}

function toRefundDue(order: Order): Pick<OrderView, 'refundDueMinor'> {
  const dueMinor = refundDueMinor(order);
  return dueMinor > 0 ? { refundDueMinor: dueMinor } : {};
}

function toFulfilmentView(order: Order): OrderFulfilmentView {
  return {
    type: order.fulfilment,
    ...(order.tableId === null ? {} : { tableId: order.tableId }),
    ...(order.tableName === null ? {} : { tableName: order.tableName }),
    ...(order.requestedFor === null ? {} : { requestedFor: toInstant(order.requestedFor) }),
    ...(order.dueAt === null ? {} : { dueAt: toInstant(order.dueAt) }),
    ...(order.address === null ? {} : { address: order.address }),
    ...(order.cutlery === null ? {} : { cutlery: order.cutlery }),
  };
}

function toGuest({ guestName, guestPhone }: Order): Pick<OrderView, 'guest'> {
  if (guestName === null && guestPhone === null) return {};
  return {
    guest: {
      ...(guestName === null ? {} : { name: guestName }),
      ...(guestPhone === null ? {} : { phone: guestPhone }),
    },
  };
}

function toOrderLocation({ id, name, phone, timezone }: Location): OrderView['location'] {
  return { id, name, ...(phone === null ? {} : { phone }), timezone };
}

type Say = (text: Text) => string;

function toLineViews(lines: readonly OrderLine[], say: Say): OrderLineView[] {
  const below = new Map<string | null, OrderLine[]>();
  for (const line of lines) below.set(line.parentId, [...(below.get(line.parentId) ?? []), line]);
  const inCourses = lines.some(({ course }) => course > 1);
  return (below.get(null) ?? []).map((dish) => ({
    id: dish.id,
    itemId: dish.itemId ?? '',
    variantId: dish.variantId ?? '',
    name: say(dish.name),
    ...(dish.variantName === null ? {} : { variantName: say(dish.variantName) }),
    quantity: dish.quantity,
    unitPriceMinor: dish.unitPriceMinor,
    totalMinor: dish.totalMinor,
    taxMinor: dish.taxMinor,
    ...(dish.note === null ? {} : { note: dish.note }),
    ...(dish.allergies === null ? {} : { allergies: dish.allergies }),
    ...(dish.guestName === null ? {} : { guestName: dish.guestName }),
    ...(inCourses ? { course: dish.course } : {}),
    options: toOptionViews(dish.id, below, say),
    kitchenState: dish.kitchenState,
  }));
}

function toOptionViews(parentId: string, below: ReadonlyMap<string | null, OrderLine[]>, say: Say): OrderOptionView[] {
  return (below.get(parentId) ?? []).map((option) => ({
    optionId: option.optionId ?? '',
    groupId: option.groupId ?? '',
    groupName: option.groupName === null ? '' : say(option.groupName),
    groupKind: option.groupKind ?? 'choice',
    name: say(option.name),
    quantity: option.quantity,
    priceMinor: option.unitPriceMinor,
    options: toOptionViews(option.id, below, say),
  }));
}
