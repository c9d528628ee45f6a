import type { CurrencyCode } from '../money/currency.js';
import type { AvailabilityRule } from '../menu/menu.js';
import type { CreateStaffRequest, StaffView } from '../access/access-contracts.js';
import type { CutleryOffer } from '../orders/cutlery.js';
import type { FulfilmentType } from '../orders/fulfilment.js';
import type { DeliveryZone } from '../delivery/delivery-zone.js';
import type { SlotSettings } from '../slots/slot-settings.js';
import type { TaxRule } from '../tax/tax-rates.js';
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
  /** Whether guests are asked about cutlery and napkins, and with what the question begins. */
  readonly cutlery: CutleryOffer;
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

/** What the office sees of a restaurant beyond what anybody may. */
export interface LocationOfficeView extends LocationView {
  readonly slots: SlotSettings;
  readonly deliveryZones: readonly DeliveryZone[];
  readonly stations: readonly { readonly id: string; readonly name: string }[];
}

export interface PauseOrderingRequest {
  readonly paused: boolean;
  /** Instant at which ordering resumes by itself. */
  readonly until?: string;
}

/**
 * What a restaurant can be told about itself. Of stations, tables and tax rules those that are named are added or
 * changed and the others stay: tickets, QR codes and old bills refer to them.
 */
export interface LocationSettings {
  readonly phone?: string | null;
  readonly address?: string | null;
  readonly languages?: readonly LanguageTag[];
  readonly fulfilmentTypes?: readonly FulfilmentType[];
  readonly taxInclusive?: boolean;
  readonly openingHours?: readonly AvailabilityRule[];
  /** Minutes after midnight until which an order belongs to the day before. */
  readonly businessDayCutoffMinute?: number;
  /** New orders go to the kitchen at once, or wait for a person. */
  readonly autoAccept?: boolean;
  /** Each dish starts so that all of a course finish together; false: all start at once. */
  readonly pacing?: boolean;
  readonly seedColour?: string;
  readonly tipPercents?: readonly number[];
  /** Whether guests are asked about cutlery and napkins with pickup and delivery. */
  readonly cutlery?: CutleryOffer;
  readonly readyMinutes?: { readonly from: number; readonly until: number };
  readonly slots?: SlotSettings;
  /** All of them: what is not named is gone. The first that reaches an address counts. */
  readonly deliveryZones?: readonly DeliveryZone[];
  readonly stations?: readonly StationRequest[];
  readonly tables?: readonly TableRequest[];
  readonly taxRules?: readonly TaxRule[];
}

export interface StationRequest {
  /** The id that menus name in `stationId`. */
  readonly id: string;
  readonly name: string;
  /** Takes every dish that names no station. */
  readonly isDefault?: boolean;
  readonly dueSoonSeconds?: number;
  readonly lateSeconds?: number;
}

export interface TableRequest {
  /** Of a table that gets another name; without it a table of this name is added unless there is one. */
  readonly id?: string;
  readonly name: string;
}

/** `PATCH /locations/{id}`: what is absent stays. The currency stays for good: all prices are in it. */
export interface ChangeLocationRequest extends LocationSettings {
  readonly name?: string;
  readonly timezone?: string;
  readonly defaultLanguage?: LanguageTag;
}

/** `POST /locations`: a further restaurant with its first admin. */
export interface CreateLocationRequest extends LocationSettings {
  readonly name: string;
  readonly timezone: string;
  readonly currency: CurrencyCode;
  readonly defaultLanguage: LanguageTag;
  readonly admin: Omit<CreateStaffRequest, 'role'>;
}

export interface CreatedLocationView {
  readonly location: LocationView;
  readonly admin: StaffView;
}
