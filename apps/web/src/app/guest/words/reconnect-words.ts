import type { LiveFeed } from '../../core/live/live-feed';
import { formatClockTime } from '../../core/time/clock-time.pipe';

/** "Reconnecting, last news 19:22" while the news of a feed stay away; null while they come. */
export function reconnectWords(feed: LiveFeed, timezone: string, locale: string): string | null {
  const state = feed.state();
  if (state !== 'stale' && state !== 'lost') return null;
  const at = feed.lastNewsAt();
  return at === null
    ? $localize`:@@guest.track.reconnecting:Reconnecting …`
    : $localize`:@@guest.track.lastNews:Reconnecting, last news ${formatClockTime(at, timezone, locale)}:time:`;
}
