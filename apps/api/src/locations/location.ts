import type {
  AvailabilityRule,
  CutleryOffer,
  DeliveryZone,
  FulfilmentType,
  LanguageTag,
  SlotSettings,
} from '@comanda/shared';

/** A restaurant as the other modules know it; instants in milliseconds. */
export interface Location {
  readonly id: string;
  readonly name: string;
  readonly description: Readonly<Record<LanguageTag, string>> | null;
  readonly phone: string | null;
  readonly address: string | null;
  readonly timezone: string;
  readonly currency: string;
  readonly languages: readonly LanguageTag[];
  readonly defaultLanguage: LanguageTag;
  readonly fulfilmentTypes: readonly FulfilmentType[];
  readonly taxInclusive: boolean;
  readonly openingHours: readonly AvailabilityRule[];
  readonly businessDayCutoffMinute: number;
  readonly autoAccept: boolean;
  readonly pacing: boolean;
  readonly orderingPaused: boolean;
  readonly orderingPausedUntil: number | null;
  readonly seedColour: string;
  readonly tipPercents: readonly number[];
  /** Null: guests are not asked. */
  readonly cutlery: CutleryOffer | null;
  readonly readyMinutes: { readonly from: number; readonly until: number };
  /** Null: what usually holds. */
  readonly slots: SlotSettings | null;
  readonly deliveryZones: readonly DeliveryZone[] | null;
  readonly version: number;
}

/** A place in the kitchen that makes dishes. */
export interface Station {
  readonly id: string;
  readonly locationId: string;
  readonly name: string;
  readonly position: number;
  readonly isDefault: boolean;
  readonly dueSoonSeconds: number;
  readonly lateSeconds: number;
}

export interface DiningTable {
  readonly id: string;
  readonly locationId: string;
  readonly name: string;
  readonly token: string;
  readonly position: number;
}
