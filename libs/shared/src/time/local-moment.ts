import type { Weekday } from '../menu/menu.js';

/** A moment as the clock on the restaurant's wall shows it. */
export interface LocalMoment {
  /** `2026-12-31`. */
  readonly date: string;
  readonly weekday: Weekday;
  /** 0 to 1439. */
  readonly minute: number;
}
