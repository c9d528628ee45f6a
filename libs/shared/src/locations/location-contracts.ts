import type { CurrencyCode } from '../money/currency.js';
import type { AvailabilityRule } from '../menu/menu.js';
import type { FulfilmentType } from '../orders/fulfilment.js';
import type { LanguageTag } from '../text/text.js';

/** What anybody may know of a restaurant. */
export interface LocationView {
  readonly id: string;
  readonly name: string;
  readonly description?: Readonly<Record<LanguageTag, string>>;
  readonly phone?: string;
  readonly address?: string;
  /** IANA name, for example `Europe/Lisbon`. */
  readonly timezone: string;
  readonly currency: CurrencyCode;
  readonly languages: readonly LanguageTag[];
  readonly defaultLanguage: LanguageTag;
  readonly fulfilmentTypes: readonly FulfilmentType[];
  readonly taxInclusive: boolean;
  readonly openingHours: readonly AvailabilityRule[];
  /** False outside opening hours and while ordering is paused. */
  readonly acceptingOrders: boolean;
  readonly closedReason?: 'outside-hours' | 'paused';
  /** The next instant at which orders are taken, when known. */
  readonly opensAt?: string;
  readonly closesAt?: string;
  /** The colour from which the site's theme is made, `#b5361c`. */
  readonly seedColour: string;
  readonly tipPercents: readonly number[];
  readonly readyMinutes: { readonly from: number; readonly until: number };
}

/** A table as a guest reaches it by its QR code. */
export interface TableView {
  readonly id: string;
  readonly name: string;
  readonly locationId: string;
}

/** A table as staff see it, with the path of its QR code. */
export interface StaffTableView extends TableView {
  readonly guestPath: string;
}

export interface PauseOrderingRequest {
  readonly paused: boolean;
  /** Instant at which ordering resumes by itself. */
  readonly until?: string;
}
