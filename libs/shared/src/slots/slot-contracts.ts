import type { BasketLine } from '../pricing/basket.js';
import type { FulfilmentRequest } from '../orders/order-contracts.js';
import type { TimeRange } from '../orders/order-contracts.js';
import type { LanguageTag } from '../text/text.js';

/** `POST /locations/{id}/slots`: when could this basket be had? Nothing is stored. */
export interface SlotsRequest {
  readonly fulfilment: FulfilmentRequest;
  readonly lines: readonly BasketLine[];
  readonly language?: LanguageTag;
}

/** `PUT /locations/{id}/slot-holds/{key}` with a {@link SlotsRequest} that names a time: it is kept for this basket. */
export interface SlotHoldView extends TimeRange {
  /** Until then nobody else gets the place; absent where the restaurant keeps no times. */
  readonly heldUntil?: string;
}

export interface SlotsView {
  readonly timezone: string;
  /** As soon as possible: the time that it takes, or why not. */
  readonly asap: { readonly range: TimeRange; readonly reason?: SlotReason };
  /** Days on which there are times, the first first. */
  readonly days: readonly SlotDayView[];
}

export interface SlotDayView {
  /** Local date. */
  readonly date: string;
  readonly slots: readonly SlotView[];
}

export interface SlotView extends TimeRange {
  /** Absent: it can be had. */
  readonly reason?: SlotReason;
}

export const SLOT_REASON_CODES = [
  'slot_full',
  'station_full',
  'needs_lead_time',
  'past_cutoff',
  'outside_hours',
  'suspended',
  'sold_out',
  'restaurant_closed',
  'ordering_paused',
  'outside_delivery_zone',
] as const;
export type SlotReasonCode = (typeof SLOT_REASON_CODES)[number];

export interface SlotReason {
  readonly code: SlotReasonCode;
  /** The dish or the station that is to blame, in the asked language. */
  readonly name?: string;
  readonly resource?: string;
  /** Minutes that the dish takes, or the minute of the day at which orders for it end. */
  readonly limit?: number;
}
