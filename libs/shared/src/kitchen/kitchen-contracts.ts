import type { Allergen } from '../menu/dietary.js';
import type { FulfilmentType } from '../orders/fulfilment.js';
import type { OrderState, PaymentState } from '../orders/order-state.js';
import type { TicketLineState, TicketState } from './kitchen-state.js';

export interface StationView {
  readonly id: string;
  readonly name: string;
  readonly position: number;
  /** Seconds after which a ticket without prep times counts as due soon and as late. */
  readonly dueSoonSeconds: number;
  readonly lateSeconds: number;
}

/** All that one station must do for one order. */
export interface TicketView {
  readonly id: string;
  readonly version: number;
  readonly orderId: string;
  readonly orderNumber: number;
  readonly stationId: string;
  readonly state: TicketState;
  readonly fulfilment: FulfilmentType;
  readonly tableName?: string;
  readonly guestName?: string;
  readonly orderNote?: string;
  readonly lines: readonly TicketLineView[];
  /** When the kitchen first received it; the clock runs from here whatever is recalled. */
  readonly firedAt: string;
  /** When it should be done: firedAt plus the longest prep time of its lines. */
  readonly dueAt: string;
  readonly startedAt?: string;
  readonly readyAt?: string;
  readonly recalled: boolean;
}

export interface TicketLineView {
  readonly id: string;
  readonly orderLineId: string;
  readonly state: TicketLineState;
  readonly quantity: number;
  readonly name: string;
  readonly variantName?: string;
  /** Chosen options and removals in words, nested ones indented by `depth`. */
  readonly modifiers: readonly TicketModifierView[];
  readonly note?: string;
  readonly allergens: readonly Allergen[];
}

export interface TicketModifierView {
  readonly kind: 'choice' | 'removal';
  readonly name: string;
  readonly quantity: number;
  readonly depth: number;
}

/** A consistent picture of a board and the feed position from which live news continues it. */
export interface BoardView {
  readonly position: number;
  readonly at: string;
  readonly tickets: readonly TicketView[];
}

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
  readonly placedAt: string;
  readonly tickets: readonly TicketView[];
}

export interface ExpoView {
  readonly position: number;
  readonly at: string;
  readonly orders: readonly ExpoOrderView[];
}
