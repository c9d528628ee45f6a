/** What can be taken off sale ("86"). */
export const SUSPENDABLE_KINDS = ['item', 'variant', 'option'] as const;
export type SuspendableKind = (typeof SUSPENDABLE_KINDS)[number];

/**
 * Who took it off: a person, the countdown of portions that reached zero, or an ingredient that ran out. A restock
 * never lifts a person's.
 */
export const SUSPENSION_CAUSES = ['manual', 'countdown', 'ingredient'] as const;
export type SuspensionCause = (typeof SUSPENSION_CAUSES)[number];

export interface SuspensionView {
  readonly targetKind: SuspendableKind;
  readonly targetId: string;
  readonly cause: SuspensionCause;
  readonly reason?: string;
  /** Instant at which it ends by itself; absent means until somebody lifts it. */
  readonly until?: string;
  readonly since: string;
  readonly by: string;
}

/** Portions that are left; the last one sold makes a `countdown` suspension. */
export interface CountdownView {
  readonly targetKind: 'item' | 'variant';
  readonly targetId: string;
  readonly remaining: number;
}

/** What is off sale or runs low right now at a location; changes by the minute, apart from the menu's revision. */
export interface AvailabilityView {
  /** Grows with each change. */
  readonly version: number;
  readonly suspensions: readonly SuspensionView[];
  readonly countdowns: readonly CountdownView[];
}

/** Why something cannot be sold at a moment. */
export const UNSELLABLE_REASONS = ['suspended', 'sold-out', 'outside-hours', 'only-as-option'] as const;
export type UnsellableReason = (typeof UNSELLABLE_REASONS)[number];

export interface Sellability {
  readonly sellable: boolean;
  readonly reason?: UnsellableReason;
  /** Instant from which it is on sale again, when known. */
  readonly until?: string;
  /** Portions left, when counted. */
  readonly remaining?: number;
}
