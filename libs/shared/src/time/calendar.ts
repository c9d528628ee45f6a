import type { Weekday } from '../menu/menu.js';

export const MINUTE_MS = 60_000;
export const DAY_MS = 86_400_000;
export const DAY_MINUTES = 1440;

/** The date some days later (or earlier): `addDays('2026-12-31', 1)` is `2027-01-01`. */
export function addDays(date: string, days: number): string {
  return dateOfWall(wallOf(date) + days * DAY_MS);
}

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export function weekdayOf(date: string): Weekday {
  return (((new Date(wallOf(date)).getUTCDay() + 6) % 7) + 1) as Weekday;
}

/** True for an existing calendar date written `2026-12-31`. */
export function isDate(date: unknown): date is string {
  if (typeof date !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(date)) return false;
  const wall = wallOf(date);
  return !Number.isNaN(wall) && dateOfWall(wall) === date;
}

/** The midnight of a date on a clock that knows no zones, in milliseconds. */
export function wallOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`);
}

/** The date that such a clock shows. */
export function dateOfWall(wallMs: number): string {
  return new Date(wallMs).toISOString().slice(0, 10);
}
