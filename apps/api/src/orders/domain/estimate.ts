const MINUTE_MS = 60_000;

/** When an order will be ready, as a range of instants in milliseconds. */
export interface ReadyRange {
  readonly readyFrom: number;
  readonly readyUntil: number;
}

/** The location's usual time from ordering to ready, counted from `placedAt`. */
export function readyRange(placedAt: number, minutes: { readonly from: number; readonly until: number }): ReadyRange {
  return { readyFrom: placedAt + minutes.from * MINUTE_MS, readyUntil: placedAt + minutes.until * MINUTE_MS };
}
