import { businessDate, localMoment } from '@comanda/shared';
import type { LocalMoment } from '@comanda/shared';
import type { Location } from './location.js';

const MINUTE_MS = 60_000;

interface Shown {
  readonly minute: number;
  readonly moment: LocalMoment;
  readonly businessDate: string;
}

/** What a restaurant's clock showed last. Zones and business days change on whole minutes, so it holds for one. */
const last = new Map<string, Shown>();

type Place = Pick<Location, 'timezone' | 'businessDayCutoffMinute'>;

/** What the clock and calendar on the restaurant's wall show at an instant. */
export function momentAt(place: Place, atMs: number): LocalMoment {
  return shownAt(place, atMs).moment;
}

/** The business day of the restaurant to which an instant belongs. */
export function businessDateAt(place: Place, atMs: number): string {
  return shownAt(place, atMs).businessDate;
}

function shownAt({ timezone, businessDayCutoffMinute }: Place, atMs: number): Shown {
  const name = `${timezone} ${String(businessDayCutoffMinute)}`;
  const minute = Math.floor(atMs / MINUTE_MS);
  const known = last.get(name);
  if (known?.minute === minute) return known;
  const moment = localMoment(atMs, timezone);
  const shown = { minute, moment, businessDate: businessDate(atMs, timezone, businessDayCutoffMinute) };
  last.set(name, shown);
  return shown;
}
