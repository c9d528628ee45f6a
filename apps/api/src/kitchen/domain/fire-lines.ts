import { pacedTimes } from '@comanda/shared';
import type { KitchenLine, KitchenTicketWithLines } from './kitchen-line.js';
import { deriveTicket, deriveTimes } from './derived-ticket.js';

/** What a station says of its times. */
export interface StationTimes {
  readonly dueSoonSeconds: number;
  readonly lateSeconds: number;
}

export interface FiringTimes {
  readonly at: number;
  readonly pace: 'together' | 'at-once';
  readonly stationOf: (stationId: string) => StationTimes;
}

/** Sends the wanted held lines to their stations, so that all of them finish together; gives the tickets that changed. */
export function fireLines<Whole extends KitchenTicketWithLines>(
  tickets: readonly Whole[],
  wanted: (line: KitchenLine) => boolean,
  { at, pace, stationOf }: FiringTimes,
): Whole[] {
  const fired = tickets.flatMap(({ ticket, lines }) =>
    lines
      .filter((line) => line.state === 'held' && wanted(line))
      .map((line) => ({ line, lateSeconds: stationOf(ticket.stationId).lateSeconds })),
  );
  const paced = fired.map(({ line, lateSeconds }) => ({ prepSeconds: line.prepSeconds, lateSeconds }));
  const times = pacedTimes(paced, { at, pace });
  fired.forEach(({ line }, index) => Object.assign(line, { state: 'fired', firedAt: at }, times[index]));
  const changed = new Set(fired.map(({ line }) => line));
  const touched = tickets.filter(({ lines }) => lines.some((line) => changed.has(line)));
  for (const whole of touched) {
    deriveTimes(whole, stationOf(whole.ticket.stationId));
    deriveTicket(whole);
  }
  return touched;
}
