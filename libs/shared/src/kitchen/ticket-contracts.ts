import type { Allergen } from '../menu/dietary.js';
import type { FulfilmentType } from '../orders/fulfilment.js';
import type { KitchenAnswer } from '../orders/order-state.js';
import type { TicketConcern, TicketLineState, TicketState } from './kitchen-state.js';

/** All that one station must do for one order. */
export interface TicketView {
  readonly id: string;
  readonly version: number;
  readonly orderId: string;
  readonly orderNumber: number;
  readonly businessDate: string;
  readonly stationId: string;
  readonly state: TicketState;
  readonly fulfilment: FulfilmentType;
  readonly tableName?: string;
  readonly guestName?: string;
  readonly orderNote?: string;
  readonly lines: readonly TicketLineView[];
  /** When the kitchen first received it; the clock runs from here, or from `startAt`, whatever is recalled. */
  readonly firedAt: string;
  /** When it appears at its station: the earliest start of its lines. Before that it waits for slower stations. */
  readonly startAt: string;
  /** From here on it is due soon: 75 % of the promised time, or the station's own threshold without prep times. */
  readonly dueSoonAt: string;
  /** When all that is fired should be done. */
  readonly dueAt: string;
  readonly startedAt?: string;
  readonly readyAt?: string;
  readonly recalled: boolean;
  /** It goes before the others. */
  readonly rush: boolean;
  /** What the guest is allergic to, of the order and of all its lines; the ticket's bar. */
  readonly allergies: readonly Allergen[];
  /** Who has read the allergy, and when; absent while nobody has. */
  readonly allergyAcknowledged?: Acknowledgement;
  /** What a cook must acknowledge now. With `allergy` the ticket cannot be started. */
  readonly awaits: readonly TicketConcern[];
}

export interface Acknowledgement {
  readonly at: string;
  readonly by: string;
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
  /** What it contains, as far as it is declared. */
  readonly allergens: readonly Allergen[];
  /** What the guest of this dish is allergic to, as declared with the line or the order. */
  readonly allergies: readonly Allergen[];
  /** Who wants it, when several ordered together. */
  readonly guestName?: string;
  readonly course: number;
  readonly prepSeconds?: number;
  /** Absent while it is held. */
  readonly firedAt?: string;
  /** When to start it so that the whole course finishes together; absent while it is held. */
  readonly startAt?: string;
  /** When it should be done; absent while it is held. */
  readonly dueAt?: string;
  readonly startedAt?: string;
  readonly readyAt?: string;
  readonly handedAt?: string;
  /** It is made again: which line went wrong, and why. */
  readonly refire?: Refire;
  /** The line that it replaces: the two are one change. */
  readonly replaces?: string;
  /** It was cancelled after it was fired. */
  readonly withdrawal?: Withdrawal;
}

export interface Refire {
  readonly lineId: string;
  readonly reason: string;
}

/** A line that is not wanted any more, and what the cook said to that. */
export interface Withdrawal {
  readonly at: string;
  readonly by: string;
  readonly reason: string;
  /** How far it was. */
  readonly before: TicketLineState;
  /** Made is waste, not made is released; absent while nobody has said. */
  readonly answer?: KitchenAnswer;
  /** Absent while the cook has not seen it. */
  readonly acknowledged?: Acknowledgement;
  /** Since when it has waited too long for an answer. */
  readonly escalatedAt?: string;
}

export interface TicketModifierView {
  readonly kind: 'choice' | 'removal';
  readonly name: string;
  readonly quantity: number;
  readonly depth: number;
}
