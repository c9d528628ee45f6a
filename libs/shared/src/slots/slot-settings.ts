/** How far ahead a restaurant takes orders, in which steps, and how many of them at a time. */
export interface SlotSettings {
  /** Length of a slot; divides the hour. */
  readonly slotMinutes: SlotMinutes;
  /** 0: only today. */
  readonly daysAhead: number;
  /** The last slot begins so long before closing. */
  readonly lastOrderMinutes: number;
  /** Absent: as many as come. */
  readonly ordersPerSlot?: number;
  /** What single stations can make in a slot: "grill full". */
  readonly stationLimits?: readonly StationLimit[];
  /** How long a time is kept for a guest at the checkout; 0: not at all. Absent: {@link USUAL_HOLD_MINUTES}. */
  readonly holdMinutes?: number;
}

export interface StationLimit {
  readonly stationId: string;
  readonly dishesPerSlot: number;
}

export const SLOT_MINUTES = [5, 10, 15, 20, 30, 60] as const;
export type SlotMinutes = (typeof SLOT_MINUTES)[number];

export const SLOT_LIMITS = {
  holdMinutes: 30,
  daysAhead: 30,
  lastOrderMinutes: 240,
  perSlot: 10_000,
  stations: 50,
} as const;

export const USUAL_HOLD_MINUTES = 10;

/** What holds where a restaurant has said nothing. */
export const USUAL_SLOTS: SlotSettings = { slotMinutes: 15, daysAhead: 7, lastOrderMinutes: 0 };
