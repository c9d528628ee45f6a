import type {
  AvailabilityView,
  CountdownView,
  SuspendableKind,
  SuspensionView,
  UnsellableReason,
} from './availability.js';

/** Something that can be taken off sale. */
export interface Target {
  readonly kind: SuspendableKind;
  readonly id: string;
}

/** Why a target is off sale, and the instant at which that ends by itself. */
export interface OffSale {
  readonly reason: UnsellableReason;
  readonly until?: string;
}

interface Records {
  readonly suspensions: ReadonlyMap<string, readonly SuspensionView[]>;
  readonly countdowns: ReadonlyMap<string, CountdownView>;
}

/** A screen asks for hundreds of dishes with one picture of the availability: it is sorted once. */
const sorted = new WeakMap<AvailabilityView, Records>();

/** Why a target itself is off sale at an instant; a person's suspension goes before an empty countdown. */
export function offSaleOf(availability: AvailabilityView, target: Target, instantMs: number): OffSale | undefined {
  const suspensions = recordsOf(availability).suspensions.get(keyOf(target));
  if (suspensions) {
    const active = suspensions.filter((suspension) => isActive(suspension, instantMs));
    const manual = active.filter(({ cause }) => cause === 'manual');
    if (manual.length > 0) return { reason: 'suspended', ...lastEnd(manual) };
    if (active.length > 0) return { reason: 'sold-out', ...lastEnd(active) };
  }
  return remainingOf(availability, target) === 0 ? { reason: 'sold-out' } : undefined;
}

/** Portions that are left of a target, when they are counted. */
export function remainingOf(availability: AvailabilityView, target: Target): number | undefined {
  const countdown = countdownOf(availability, target);
  return countdown && Math.max(0, countdown.remaining);
}

/** The count of a target, when it is counted. */
export function countdownOf(availability: AvailabilityView, target: Target): CountdownView | undefined {
  return recordsOf(availability).countdowns.get(keyOf(target));
}

/** The next picture, in which some counts are others: what was sorted once for this one is not sorted again. */
export function withCounts(
  availability: AvailabilityView,
  version: number,
  changed: readonly CountdownView[],
): AvailabilityView {
  const { suspensions, countdowns: before } = recordsOf(availability);
  const countdowns = new Map(before);
  for (const each of changed) countdowns.set(keyOf({ kind: each.targetKind, id: each.targetId }), each);
  const next = { version, suspensions: availability.suspensions, countdowns: [...countdowns.values()] };
  sorted.set(next, { suspensions, countdowns });
  return next;
}

function isActive({ until }: SuspensionView, instantMs: number): boolean {
  return until === undefined || Date.parse(until) > instantMs;
}

/** The latest end; none when one of them has none. */
function lastEnd(suspensions: readonly SuspensionView[]): { until?: string } {
  const ends = suspensions.flatMap(({ until }) => until ?? []);
  if (ends.length < suspensions.length) return {};
  return { until: ends.reduce((last, end) => (Date.parse(end) > Date.parse(last) ? end : last)) };
}

function recordsOf(availability: AvailabilityView): Records {
  const known = sorted.get(availability);
  if (known) return known;
  const suspensions = new Map<string, SuspensionView[]>();
  for (const suspension of availability.suspensions) {
    const key = keyOf({ kind: suspension.targetKind, id: suspension.targetId });
    suspensions.set(key, [...(suspensions.get(key) ?? []), suspension]);
  }
  const countdowns = new Map(
    availability.countdowns.map((each) => [keyOf({ kind: each.targetKind, id: each.targetId }), each]),
  );
  const records = { suspensions, countdowns };
  sorted.set(availability, records);
  return records;
}

function keyOf({ kind, id }: Target): string {
  return `${kind} ${id}`;
}
