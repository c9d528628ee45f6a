import { formatClockTime } from '../../core/time/clock-time.pipe';
import { KITCHEN_TEXTS } from '../kitchen-texts';
import type { Trust } from './trust';

export interface LiveFacts {
  readonly trust: Trust;
  readonly nowMs: number;
  readonly timezone: string;
  /** "9 tickets" */
  readonly shown: string;
}

/** How far what is on screen can be trusted, in words. */
export function liveWords({ trust: { state, asOf, remembered }, nowMs, timezone, shown }: LiveFacts): string {
  const t = KITCHEN_TEXTS;
  const time = asOf === null ? null : formatClockTime(asOf, timezone, 'en-GB');
  switch (state) {
    case 'live':
      return t.live;
    case 'connecting':
      return remembered && time !== null ? t.asOf(time) : t.connecting;
    case 'stale':
      return asOf === null || remembered ? t.connecting : t.noNews(Math.floor((nowMs - asOf) / 1000));
    case 'lost':
      return time === null ? t.neverLive(shown) : t.notLive(time, shown);
  }
}
