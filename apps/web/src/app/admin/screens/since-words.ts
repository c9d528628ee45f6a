const DAY_MS = 86_400_000;

/** "19:20", with the day when it was not within the last twelve hours. */
export function sinceWords(instant: string, nowMs: number, timeZone: string): string {
  const at = new Date(instant);
  const day = nowMs - at.getTime() < DAY_MS / 2 ? {} : ({ weekday: 'short', day: 'numeric', month: 'short' } as const);
  return new Intl.DateTimeFormat('en-GB', { ...day, hour: '2-digit', minute: '2-digit', timeZone }).format(at);
}
