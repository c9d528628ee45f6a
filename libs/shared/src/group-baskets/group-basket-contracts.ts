import type { TicketModifierView } from '../kitchen/ticket-contracts.js';
import type { Allergen } from '../menu/dietary.js';
import type { CurrencyCode, Minor } from '../money/currency.js';
import type { FulfilmentRequest, GuestContact } from '../orders/order-contracts.js';
import type { BasketLine } from '../pricing/basket.js';
import type { BasketProblem } from '../pricing/basket-problem.js';
import type { PricedFee } from '../pricing/fees.js';
import type { TaxAmount } from '../pricing/priced.js';
import type { LanguageTag } from '../text/text.js';

/** `locked`: nobody changes it any more, the host is checking out. */
export const GROUP_BASKET_STATES = ['open', 'locked', 'ordered', 'expired'] as const;
export type GroupBasketState = (typeof GROUP_BASKET_STATES)[number];

/** Somebody who opens a basket for a group, or joins one. */
export interface GroupPersonRequest {
  readonly name: string;
  readonly language?: LanguageTag;
}

/** A dish in somebody's part, with an id that its owner's device made. */
export interface GroupLine extends Omit<BasketLine, 'agreedUnitPriceMinor' | 'course' | 'guestName'> {
  readonly id: string;
}

/** The whole of one person's part. */
export interface GroupPartRequest {
  readonly lines: readonly GroupLine[];
  readonly language?: LanguageTag;
}

export interface GroupLockRequest {
  readonly locked: boolean;
}

/** All that an order needs beside its dishes: these are the group's. */
export interface GroupOrderRequest {
  readonly fulfilment: FulfilmentRequest;
  readonly language?: LanguageTag;
  readonly tipMinor?: Minor;
  readonly guest?: GuestContact;
  readonly note?: string;
  readonly allergies?: readonly Allergen[];
  /** The total that the host saw; when the restaurant's differs nothing is ordered. */
  readonly expectedTotalMinor?: Minor;
}

/** The basket as everybody with the link sees it. */
export interface GroupBasketView {
  readonly state: GroupBasketState;
  readonly locationId: string;
  readonly expiresAt: string;
  readonly people: readonly GroupPersonView[];
  readonly currency: CurrencyCode;
  readonly taxInclusive: boolean;
  /** What it costs together, as the restaurant prices any basket; dishes that cannot be had are left out. */
  readonly subtotalMinor: Minor;
  readonly fees: readonly PricedFee[];
  readonly taxes: readonly TaxAmount[];
  readonly taxMinor: Minor;
  readonly totalMinor: Minor;
  /** Where the order is followed, once there is one. */
  readonly trackingToken?: string;
}

export interface GroupPersonView {
  readonly id: string;
  readonly name: string;
  readonly isHost: boolean;
  /** Of this person's part: the ETag that a change of it names. */
  readonly version: number;
  readonly lines: readonly GroupLineView[];
  readonly totalMinor: Minor;
}

export interface GroupLineView extends GroupLine {
  /** Absent when the menu does not know the dish any more. */
  readonly name?: string;
  readonly variantName?: string;
  readonly modifiers: readonly TicketModifierView[];
  readonly totalMinor: Minor;
  /** Why it cannot be had; the pointer goes into the line. */
  readonly problems: readonly BasketProblem[];
}

/** The answer to opening and joining: the basket and this person's own secret. */
export interface GroupMembershipView {
  /** In the link that is passed on: whoever has it sees the basket and may join. */
  readonly groupToken: string;
  /** This person's alone: with it its part is changed, with the host's everything. */
  readonly memberToken: string;
  readonly personId: string;
  readonly basket: GroupBasketView;
}
