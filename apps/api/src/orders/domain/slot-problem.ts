import type { BasketProblem, SlotFull, SlotLoad, SlotPlan, SlotTime } from '@comanda/shared';
import { fullBy } from '@comanda/shared';

/** A time that somebody asks for, among those that can be promised. */
export interface AskedSlot {
  readonly askedMs: number;
  readonly times: readonly SlotTime[];
  readonly wanted: SlotLoad;
  readonly taken: (fromMs: number) => SlotLoad;
}

/** Why the time cannot be promised, with the next one that can; undefined when it can. */
export function slotProblem({ settings, timezone }: SlotPlan, asked: AskedSlot): BasketProblem | undefined {
  const { askedMs, times, wanted, taken } = asked;
  const full = ({ fromMs }: SlotTime) => fullBy(settings, taken(fromMs), wanted);
  const own = times.find(({ fromMs }) => fromMs === askedMs);
  const reason = own && full(own);
  if (own && !reason) return undefined;
  const next = times.find((time) => time.fromMs > askedMs && !full(time))?.fromMs;
  const rest =
    next === undefined ? ', and no later time is free.' : `. The next free time is ${clock(next, timezone)}.`;
  return {
    pointer: '/fulfilment/requestedFor',
    code: own ? 'slot_full' : 'slot_unavailable',
    detail: `${clock(askedMs, timezone)} ${fault(reason)}${rest}`,
    actual: new Date(askedMs).toISOString(),
    ...(reason?.code === 'station_full' ? { resource: reason.stationId } : {}),
    ...(next === undefined ? {} : { instead: new Date(next).toISOString() }),
  };
}

function fault(reason: SlotFull | undefined): string {
  if (!reason) return 'cannot be promised';
  return reason.code === 'station_full' ? 'is too much for a station' : 'is full';
}

function clock(instantMs: number, timeZone: string): string {
  return new Date(instantMs).toLocaleString('en-GB', { timeZone, dateStyle: 'short', timeStyle: 'short' });
}
