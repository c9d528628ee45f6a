const MINUTE_S = 60;
const HOUR_S = 3_600;
const DAY_S = 86_400;

/** How long ago, short enough for a table: `just now`, `4 s ago`, `12 min ago`, `3 h ago`, `2 days ago`. */
export function ago(at: string | number, nowMs: number): string {
  const seconds = Math.max(0, Math.round((nowMs - new Date(at).getTime()) / 1_000));
  if (seconds < 2) return 'just now';
  if (seconds < MINUTE_S) return `${seconds} s ago`;
  if (seconds < HOUR_S) return `${Math.floor(seconds / MINUTE_S)} min ago`;
  if (seconds < DAY_S) return `${Math.floor(seconds / HOUR_S)} h ago`;
  const days = Math.floor(seconds / DAY_S);
  return days === 1 ? 'yesterday' : `${days} days ago`;
}
