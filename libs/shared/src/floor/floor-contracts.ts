import type { OrderCounts } from '../kitchen/kitchen-contracts.js';
import type { Acknowledgement } from '../kitchen/ticket-contracts.js';
import type { StaffTableView } from '../locations/location-contracts.js';
import type { CurrencyCode, Minor } from '../money/currency.js';
import type { OrderLineView, OrderSummaryView, OrderView } from '../orders/order-contracts.js';
import type { OrderState, PaymentMethod } from '../orders/order-state.js';
import type { CallKind, TableState } from './table-state.js';

/** `GET /locations/{id}/floor`: every table as it is now, and the dishes that wait at the pass to be carried. */
export interface FloorView {
  /** Of the feed: what comes after it is news. */
  readonly position: number;
  readonly at: string;
  readonly currency: CurrencyCode;
  readonly tables: readonly FloorTableView[];
  /** The longest waiting first. */
  readonly atPass: readonly PassDishView[];
}

export interface FloorTableView extends StaffTableView {
  readonly state: TableState;
  /** When its state began; absent while it is free. */
  readonly since?: string;
  /** Absent while nobody sits there. */
  readonly sitting?: FloorSittingView;
}

/** What a waiter sees of a sitting from afar. */
export interface FloorSittingView {
  readonly id: string;
  readonly version: number;
  readonly openedAt: string;
  /** How many business days ago it began; absent for one of today. Once its guests have gone, whoever orders there next begins another. */
  readonly daysOpen?: number;
  readonly rounds: number;
  /** Rounds of which the guests do not have everything yet. */
  readonly openRounds: number;
  readonly counts: OrderCounts;
  readonly totalMinor: Minor;
  readonly dueMinor: Minor;
  /** What has to be given back to the guests, of all rounds; absent when it is nothing. */
  readonly refundDueMinor?: Minor;
  /** Not acknowledged yet, the oldest first. */
  readonly calls: readonly TableCallView[];
}

/** A dish that is done and not carried out yet. */
export interface PassDishView {
  readonly ticketId: string;
  readonly ticketVersion: number;
  readonly lineId: string;
  readonly orderId: string;
  readonly orderNumber: number;
  readonly tableName?: string;
  readonly guestName?: string;
  readonly name: string;
  readonly variantName?: string;
  readonly quantity: number;
  readonly readyAt: string;
}

/** A guest at a table wants somebody to come. */
export interface TableCallView {
  readonly id: string;
  readonly kind: CallKind;
  readonly calledAt: string;
  /** Who comes, and since when the guest knows. */
  readonly acknowledged?: Acknowledgement;
}

/** One stay of guests at a table, with all that they ordered; it may move to another table. */
export interface SittingView {
  readonly id: string;
  readonly version: number;
  readonly tableId: string;
  readonly tableName: string;
  readonly openedAt: string;
  /** Absent while somebody sits there. */
  readonly closedAt?: string;
  /** The sitting into which it was merged. */
  readonly mergedIntoId?: string;
  readonly currency: CurrencyCode;
  /** Its orders, the first first. */
  readonly rounds: readonly OrderView[];
  readonly calls: readonly TableCallView[];
  readonly totalMinor: Minor;
  readonly dueMinor: Minor;
  /** What has to be given back to the guests, of all rounds; absent when it is nothing. Each is noted at its order. */
  readonly refundDueMinor?: Minor;
}

/** `PUT /sittings/{id}/table`. */
export interface TransferSittingRequest {
  readonly tableId: string;
}

/** `POST /sittings/{id}/merger`. */
export interface MergeSittingRequest {
  /** The sitting that goes on, with the rounds of both. */
  readonly intoId: string;
}

/** `POST /sittings/{id}/payment`: all that is owed at the table at once. */
export interface SettleSittingRequest {
  readonly method: PaymentMethod;
  /** What the guests were told; when something else is owed by now nothing is noted and the answer is 409 `price_changed`. */
  readonly amountMinor: Minor;
}

/** `POST /sittings/{id}/closure`. */
export interface CloseSittingRequest {
  /** Needed while money is owed: why the guests left without paying. */
  readonly reason?: string;
}

/** `POST /tables/{token}/calls`. */
export interface CallRequest {
  readonly kind: CallKind;
}

/** What a guest at the table sees of it: the rounds of everybody there. */
export interface GuestTableView {
  readonly tableName: string;
  readonly currency: CurrencyCode;
  readonly rounds: readonly GuestRoundView[];
  readonly calls: readonly GuestCallView[];
  readonly totalMinor: Minor;
  readonly dueMinor: Minor;
}

export interface GuestRoundView {
  readonly orderId: string;
  readonly number: number;
  readonly state: OrderState;
  readonly placedAt: string;
  /** As the guest gave it; absent when none was given. */
  readonly guestName?: string;
  readonly lines: readonly GuestRoundLineView[];
  readonly totalMinor: Minor;
}

export type GuestRoundLineView = Pick<
  OrderLineView,
  'id' | 'name' | 'variantName' | 'quantity' | 'totalMinor' | 'kitchenState'
>;

export interface GuestCallView {
  readonly kind: CallKind;
  readonly calledAt: string;
  /** Absent while nobody has seen it. */
  readonly acknowledgedAt?: string;
}

/** What events of the floor carry as `sitting`. */
export interface SittingFact {
  readonly id: string;
  readonly tableId: string;
  readonly tableName: string;
  readonly version: number;
}

/** What `order.moved` carries. */
export interface OrderMovedFact {
  readonly order: OrderSummaryView;
  readonly fromTableName?: string;
}
