import type { LiveState } from '../../core/live/live-feed';
import { formatClockTime } from '../../core/time/clock-time.pipe';
import { KITCHEN_TEXTS } from '../kitchen-texts';

export interface LiveFacts {
  readonly state: LiveState;
  /** Epoch milliseconds; null before the first word of the server. */
  readonly lastNewsAt: number | null;
  readonly nowMs: number;
  readonly timezone: string;
  /** "9 tickets" */
  readonly shown: string;
}

/** How far what is on screen can be trusted, in words. */
export function liveWords({ state, lastNewsAt, nowMs, timezone, shown }: LiveFacts): string {
  const t = KITCHEN_TEXTS;
  switch (state) {
    case 'live':
      return t.live;
    case 'connecting':
      return t.connecting;
    case 'stale':
      return lastNewsAt === null ? t.connecting : t.noNews(Math.floor((nowMs - lastNewsAt) / 1000));
    case 'lost':
      return lastNewsAt === null
        ? t.neverLive(shown)
        : t.notLive(formatClockTime(lastNewsAt, timezone, 'en-GB'), shown);
  }
}
