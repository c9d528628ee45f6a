import type { CurrencyCode, Minor } from '../money/currency.js';
import type { DeliveryAddress } from '../delivery/delivery-zone.js';
import type { EventView } from '../events/event.js';
import type { BasketLine } from '../pricing/basket.js';
import type { BasketProblem } from '../pricing/basket-problem.js';
import type { PricedFee } from '../pricing/fees.js';
import type { PricedBasket, TaxAmount } from '../pricing/priced.js';
import type { LanguageTag } from '../text/text.js';
import type { TicketLineState } from '../kitchen/kitchen-state.js';
import type { Allergen } from '../menu/dietary.js';
import type { FulfilmentType } from './fulfilment.js';
import type { KitchenAnswer, OrderState, PaymentMethod, PaymentState } from './order-state.js';

export interface FulfilmentRequest {
  readonly type: FulfilmentType;
  /** The unguessable token of the table's QR code; needed with `dine-in`. */
  readonly tableToken?: string;
  /** The beginning of a slot, as `POST /locations/{id}/slots` names it; absent: as soon as possible. */
  readonly requestedFor?: string;
  /** The key under which the caller holds that time: its place there is the caller's own. */
  readonly slotHold?: string;
  /** Needed with `delivery`. */
  readonly address?: DeliveryAddress;
  /** How many sets of cutlery and napkins are packed; 0: none. Absent: nothing was said. Not kept with `dine-in`. */
  readonly cutlery?: number;
}

/** `POST /locations/{id}/quotes`: price this basket and tell me all that is wrong with it. Nothing is stored. */
export interface QuoteRequest {
  readonly fulfilment: FulfilmentRequest;
  readonly lines: readonly BasketLine[];
  readonly language?: LanguageTag;
  readonly tipMinor?: Minor;
}

export interface QuoteView extends PricedBasket<string> {
  readonly menuRevision: number;
  /** True when the basket could be ordered now. Lines that cannot be priced are left out of the amounts. */
  readonly orderable: boolean;
  readonly problems: readonly BasketProblem[];
  readonly readyEstimate: TimeRange;
}

export interface TimeRange {
  readonly from: string;
  readonly until: string;
}

/** `POST /locations/{id}/orders`, with an `Idempotency-Key`. */
export interface PlaceOrderRequest extends QuoteRequest {
  readonly guest?: GuestContact;
  readonly note?: string;
  /** What somebody at the table is allergic to: every station must acknowledge it before it starts. */
  readonly allergies?: readonly Allergen[];
  /** The total that the guest saw; when the restaurant's differs nothing is ordered and the answer is 409 `price_changed`. */
  readonly expectedTotalMinor?: Minor;
  /** The caller's own reference, unique per caller. */
  readonly externalId?: string;
  /** When the order was really placed; only for staff with `orders.backdate` (orders taken over from another system). */
  readonly placedAt?: string;
}

export interface GuestContact {
  readonly name?: string;
  /** Needed with delivery: whoever brings it may have to ask for the door. */
  readonly phone?: string;
}

/** What a guest may see of an order. */
export interface OrderView {
  readonly id: string;
  /** Short number of the day, for people. */
  readonly number: number;
  readonly version: number;
  readonly state: OrderState;
  readonly paymentState: PaymentState;
  readonly fulfilment: OrderFulfilmentView;
  readonly language: LanguageTag;
  readonly currency: CurrencyCode;
  readonly taxInclusive: boolean;
  readonly lines: readonly OrderLineView[];
  readonly note?: string;
  readonly allergies?: readonly Allergen[];
  readonly guest?: GuestContact;
  readonly subtotalMinor: Minor;
  readonly fees: readonly PricedFee[];
  readonly taxes: readonly TaxAmount[];
  readonly taxMinor: Minor;
  readonly tipMinor: Minor;
  readonly totalMinor: Minor;
  readonly paidMinor: Minor;
  /** What has to be given back to the guest: of a withdrawn dish or a cancelled order; absent when it is nothing. */
  readonly refundDueMinor?: Minor;
  /** What was given back already, the first first; absent when nothing was. */
  readonly refunds?: readonly RefundView[];
  readonly businessDate: string;
  readonly placedAt: string;
  readonly readyEstimate: TimeRange;
  readonly timeline: readonly TimelineEntry[];
  /** When a cook began; absent while the order waits in the kitchen. */
  readonly cookingStartedAt?: string;
  /** True while the guest may cancel without asking: until a cook starts. */
  readonly cancellable: boolean;
  readonly reason?: string;
  readonly location: OrderLocationView;
}

export interface OrderLocationView {
  readonly id: string;
  readonly name: string;
  readonly phone?: string;
  readonly timezone: string;
}

export interface OrderFulfilmentView {
  readonly type: FulfilmentType;
  readonly tableId?: string;
  readonly tableName?: string;
  /** What was promised, when the guest asked for a time. */
  readonly requestedFor?: string;
  /** When the kitchen begins with an order for later. */
  readonly dueAt?: string;
  readonly address?: DeliveryAddress;
  /** How many sets of cutlery and napkins the guest wants; 0: none. Absent: nothing was said. */
  readonly cutlery?: number;
}

export interface OrderLineView {
  readonly id: string;
  readonly itemId: string;
  readonly variantId: string;
  readonly name: string;
  readonly variantName?: string;
  readonly quantity: number;
  readonly unitPriceMinor: Minor;
  readonly totalMinor: Minor;
  readonly taxMinor: Minor;
  readonly note?: string;
  readonly allergies?: readonly Allergen[];
  /** Who wants it, when several ordered together. */
  readonly guestName?: string;
  /** Absent in orders of a single course. */
  readonly course?: number;
  readonly options: readonly OrderOptionView[];
  /** The slowest of the line's parts at the stations. */
  readonly kitchenState: TicketLineState;
}

export interface OrderOptionView {
  readonly optionId: string;
  readonly groupId: string;
  readonly groupName: string;
  readonly groupKind: 'choice' | 'removal';
  readonly name: string;
  /** In one unit of the dish, also below another choice. */
  readonly quantity: number;
  readonly priceMinor: Minor;
  readonly options: readonly OrderOptionView[];
}

export interface TimelineEntry {
  readonly state: OrderState;
  readonly at: string;
}

/** The answer to placing: the order and the link by which the guest follows it without an account. */
export interface PlacedOrderView extends OrderView {
  readonly trackingToken: string;
  readonly trackingPath: string;
}

/** What staff see of an order. */
export interface StaffOrderView extends OrderView {
  readonly source: OrderSource;
  readonly menuRevision: number;
  readonly externalId?: string;
  readonly trackingPath: string;
  readonly payments: readonly PaymentView[];
}

export const ORDER_SOURCES = ['guest-site', 'staff', 'takeover'] as const;
export type OrderSource = (typeof ORDER_SOURCES)[number];

/** A row of the staff's list of orders. */
export interface OrderSummaryView {
  readonly id: string;
  readonly number: number;
  readonly version: number;
  readonly state: OrderState;
  readonly paymentState: PaymentState;
  readonly fulfilment: OrderFulfilmentView;
  readonly guestName?: string;
  readonly itemCount: number;
  readonly currency: CurrencyCode;
  readonly totalMinor: Minor;
  readonly paidMinor: Minor;
  readonly refundDueMinor?: Minor;
  readonly businessDate: string;
  readonly placedAt: string;
  readonly source: OrderSource;
  /** The kitchen was asked about a cancellation and has not answered in time. */
  readonly kitchenUnanswered?: boolean;
}

export interface PaymentView {
  readonly id: string;
  readonly method: PaymentMethod;
  /** Below zero for money that was given back. */
  readonly amountMinor: Minor;
  readonly at: string;
  readonly by: string;
}

/** Money that was given back to the guest. */
export interface RefundView {
  readonly method: PaymentMethod;
  readonly amountMinor: Minor;
  readonly at: string;
}

export interface RecordPaymentRequest {
  readonly method: PaymentMethod;
  readonly amountMinor: Minor;
}

export interface RejectOrderRequest {
  readonly reason: string;
}

export interface CancelOrderRequest {
  readonly reason: string;
  /** Needed once cooking has begun. */
  readonly kitchenAnswer?: KitchenAnswer;
}

/** `GET /locations/{id}/reports/daily-sales`: one row a business date. Cancelled, rejected and expired orders do not count. */
export interface DailySalesView {
  readonly businessDate: string;
  readonly orders: number;
  readonly revenueMinor: Minor;
  readonly tickets: number;
}

/** A page of a list. */
export interface Page<T> {
  readonly data: readonly T[];
  readonly hasMore: boolean;
  readonly nextCursor?: string;
}

/** A page of the feed. */
export type EventPage = Page<EventView>;

/** A page of the staff's list of orders. */
export type OrderPage = Page<OrderSummaryView>;
