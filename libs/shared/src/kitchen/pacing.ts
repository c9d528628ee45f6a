/** A line that is fired, as far as its times depend on it. */
export interface PacedLine {
  /** How long it takes; null when nobody has said. */
  readonly prepSeconds: number | null;
  /** When its station counts a line without a prep time as late. */
  readonly lateSeconds: number;
}

/** When to start a line and when it should be done; milliseconds. */
export interface LineTimes {
  readonly startAt: number;
  readonly dueAt: number;
}

export interface Pacing {
  /** When the lines are fired, in milliseconds. */
  readonly at: number;
  /** `together`: each starts so that all finish with the slowest; `at-once`: all start now. */
  readonly pace: 'together' | 'at-once';
}

/**
 * The times of lines that are fired together, over all stations: with a steak of 12 minutes a salad of 3 starts 9
 * minutes later. A line of unknown length starts at once and makes no other wait.
 */
export function pacedTimes(lines: readonly PacedLine[], { at, pace }: Pacing): LineTimes[] {
  const slowest = Math.max(0, ...lines.map(({ prepSeconds }) => prepSeconds ?? 0));
  return lines.map(({ prepSeconds, lateSeconds }) => {
    if (prepSeconds === null) return { startAt: at, dueAt: at + lateSeconds * 1000 };
    const waits = pace === 'together' ? slowest - prepSeconds : 0;
    return { startAt: at + waits * 1000, dueAt: at + (waits + prepSeconds) * 1000 };
  });
}

/** Of the promised time, so much must have gone by before a ticket is due soon. */
const DUE_SOON_PERCENT = 75;

export interface TicketTimes extends LineTimes {
  readonly dueSoonAt: number;
}

type TimedLine = LineTimes & Pick<PacedLine, 'prepSeconds'>;

/** The times of a ticket by those of its fired lines: from the earliest start to the last promise. */
export function ticketTimes(
  lines: readonly TimedLine[],
  station: { readonly dueSoonSeconds: number },
): TicketTimes | undefined {
  if (lines.length === 0) return undefined;
  const startAt = Math.min(...lines.map((line) => line.startAt));
  const promised = lines.filter(({ prepSeconds }) => prepSeconds !== null);
  const dueAt = Math.max(...(promised.length > 0 ? promised : lines).map((line) => line.dueAt));
  const dueSoonAt =
    promised.length > 0
      ? startAt + Math.round(((dueAt - startAt) * DUE_SOON_PERCENT) / 100)
      : Math.min(dueAt, startAt + station.dueSoonSeconds * 1000);
  return { startAt, dueSoonAt, dueAt };
}
