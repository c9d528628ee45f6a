import type { Minor } from '../money/currency.js';
import type { FulfilmentType } from '../orders/fulfilment.js';
import type { Page, StaffOrderView } from '../orders/order-contracts.js';
import type { KitchenAnswer, OrderState, PaymentState } from '../orders/order-state.js';
import type { BasketLine } from '../pricing/basket.js';
import type { BasketProblem } from '../pricing/basket-problem.js';
import type { TicketModifierView, TicketView } from './ticket-contracts.js';

export interface StationView {
  readonly id: string;
  readonly name: string;
  readonly position: number;
  /** Seconds after which a ticket without prep times counts as due soon and as late. */
  readonly dueSoonSeconds: number;
  readonly lateSeconds: number;
}

/** A consistent picture of a board and the feed position from which live news continues it. */
export interface BoardView {
  readonly position: number;
  readonly at: string;
  readonly tickets: readonly TicketView[];
}

/** The day's tickets, the newest first. */
export type TicketPage = Page<TicketView>;

/** The pass: whole orders with the tickets of all their stations. */
export interface ExpoOrderView {
  readonly orderId: string;
  readonly orderNumber: number;
  readonly version: number;
  readonly state: OrderState;
  readonly paymentState: PaymentState;
  readonly fulfilment: FulfilmentType;
  readonly tableName?: string;
  readonly guestName?: string;
  /** Sets of cutlery and napkins to pack; 0: none. Absent: nothing was said. */
  readonly cutlery?: number;
  readonly placedAt: string;
  readonly rush: boolean;
  readonly counts: OrderCounts;
  readonly tickets: readonly TicketView[];
}

/** Units of an order's dishes, by how far they are; cancelled ones do not count. */
export interface OrderCounts {
  readonly held: number;
  /** Fired or started. */
  readonly cooking: number;
  /** Done, waiting at the pass. */
  readonly ready: number;
  readonly handed: number;
  /** All that the guest does not have yet: held, cooking and ready. */
  readonly outstanding: number;
}

export interface ExpoView {
  readonly position: number;
  readonly at: string;
  readonly orders: readonly ExpoOrderView[];
}

/** What is to be made in all, over all open tickets. */
export interface AllDayView {
  readonly position: number;
  readonly at: string;
  readonly counts: readonly AllDayCount[];
}

export interface AllDayCount {
  readonly stationId: string;
  readonly itemId?: string;
  readonly name: string;
  readonly variantName?: string;
  /** Units to be made now: fired and started. */
  readonly quantity: number;
  /** Units whose course is not fired yet. */
  readonly held: number;
  /** Units with this removal or option, the most first. */
  readonly modifiers: readonly AllDayModifier[];
}

export interface AllDayModifier extends Pick<TicketModifierView, 'kind' | 'name'> {
  readonly quantity: number;
}

/** What hangs above the counter: numbers, nothing else about anybody. */
export interface PickupBoardView {
  readonly at: string;
  readonly preparing: readonly PickupNumber[];
  readonly ready: readonly PickupNumber[];
  /** Handed over in the last five minutes. */
  readonly collected: readonly PickupNumber[];
}

export interface PickupNumber {
  readonly number: number;
  readonly since: string;
}

/** `POST /tickets/{id}/acknowledgement`: the cook has seen what was cancelled or changed. */
export interface AcknowledgeRequest {
  /** Needed for a line that was started when nobody has said it yet. */
  readonly answer?: KitchenAnswer;
  /** One line only; without it all that wait. */
  readonly lineId?: string;
}

/** `POST /orders/{id}/lines/{lineId}/withdrawal`: this dish is not wanted any more. */
export interface WithdrawLineRequest {
  readonly reason: string;
  /** What the kitchen has said already; without it the cooks are asked. */
  readonly kitchenAnswer?: KitchenAnswer;
}

/** `POST /orders/{id}/lines/{lineId}/change`: the guest wants this dish otherwise, at the same price. */
export interface ChangeLineRequest {
  /** In place of the note that it had. */
  readonly note: string;
}

/** `POST /orders/{id}/lines/{lineId}/replacement-quote`: what another dish in its place would cost. Nothing is stored. */
export interface QuoteReplacementRequest {
  /** Guest, allergies and course are those of the dish in whose place it comes, unless it says otherwise. */
  readonly line: BasketLine;
}

export interface ReplacementQuoteView {
  /** So much more the order would cost, taxes and all; below zero: less. */
  readonly differenceMinor: Minor;
  /** The order's new total. */
  readonly totalMinor: Minor;
  /** True when it can be had now; what the old dish would give back is not counted. */
  readonly orderable: boolean;
  readonly problems: readonly BasketProblem[];
}

/** `POST /orders/{id}/lines/{lineId}/replacement`, with an `Idempotency-Key`. */
export interface ReplaceLineRequest extends QuoteReplacementRequest {
  /** What the cooks read on the dish that is not wanted any more; without it the new dish's name. */
  readonly reason?: string;
  /** What the kitchen has said already of the old dish; without it the cooks are asked. */
  readonly kitchenAnswer?: KitchenAnswer;
  /** The difference that was told to the guest; when it is another now nothing happens: 409 `price_changed`. */
  readonly expectedDifferenceMinor?: Minor;
}

export interface ReplacedLineView {
  readonly order: StaffOrderView;
  /** The new dish in the order. */
  readonly lineId: string;
  /** So much more the order costs than before; below zero: less. */
  readonly differenceMinor: Minor;
}

/** What an `order.changed` event tells besides the order when a dish came in the place of another. */
export interface LineReplacedFact {
  readonly lineId: string;
  readonly instead: string;
  readonly differenceMinor: Minor;
}

/** `POST /orders/{id}/course-firing`. */
export interface FireCourseRequest {
  readonly course: number;
}

/** `POST /tickets/{id}/lines/{lineId}/refire`. */
export interface RefireRequest {
  readonly reason: string;
  /** So many units of it; all of them when absent. */
  readonly quantity?: number;
}

/** How long a dish took at a station. */
export interface KitchenTimeView {
  readonly stationId: string;
  readonly itemId?: string;
  readonly name: string;
  /** Lines that were finished. */
  readonly lines: number;
  readonly units: number;
  /** From the start, planned or earlier, until it was ready. */
  readonly averageSeconds: number;
  readonly longestSeconds: number;
  /** Of the lines with a promised time, how many were ready after it. */
  readonly late: number;
  readonly refired: number;
}
