const DAY_MINUTES = 1_440;

/** `18:00` of a minute of the day; minutes past midnight belong to the next day. */
export function timeText(minute: number): string {
  const ofDay = minute % DAY_MINUTES;
  return `${String(Math.floor(ofDay / 60)).padStart(2, '0')}:${String(ofDay % 60).padStart(2, '0')}`;
}

/** The minute of the day; null when the text is no time. */
export function parseTime(text: string): number | null {
  const parts = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(text.trim());
  return parts === null ? null : Number(parts[1]) * 60 + Number(parts[2]);
}

/** The end of a span that begins at a minute: an end that is not later is on the next day. */
export function endAfter(fromMinute: number, ofDay: number): number {
  return ofDay > fromMinute ? ofDay : ofDay + DAY_MINUTES;
}
