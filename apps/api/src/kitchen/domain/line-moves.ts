import type { TicketCommand, TicketLineState } from '@comanda/shared';
import { nextTicketLineState } from '@comanda/shared';
import type { KitchenLine } from './kitchen-line.js';

type Moved = Pick<KitchenLine, 'state' | 'startedAt' | 'readyAt' | 'handedAt' | 'bumpedFrom'>;

/** Moves a line and stamps it; false when the command does not fit its state. */
export function moveLine(line: Moved, command: TicketCommand, now: number): boolean {
  const next = nextTicketLineState(line.state, command);
  if (next === undefined) return false;
  const before = line.state;
  line.state = next;
  line.bumpedFrom = command === 'bump' ? before : null;
  stamp(line, now);
  return true;
}

/** Moves every line that the command can move; false when there is none. */
export function moveLines(lines: readonly Moved[], command: TicketCommand, now: number): boolean {
  return lines.map((line) => moveLine(line, command, now)).includes(true);
}

/** Gives every line of the last bump the state that it had before; false when there is none, or a bump too long ago. */
export function undoBump(lines: readonly Moved[], now: number, withinMs: number): boolean {
  const bumped = lines.filter((line) => line.bumpedFrom !== null && now - (line.readyAt ?? 0) <= withinMs);
  for (const line of bumped) {
    const before = line.bumpedFrom ?? 'fired';
    line.state = before;
    line.bumpedFrom = null;
    line.readyAt = null;
    if (before === 'fired') line.startedAt = null;
  }
  return bumped.length > 0;
}

const WORK_BEGUN: readonly TicketLineState[] = ['started', 'ready', 'handed'];

function stamp(line: Moved, now: number): void {
  if (WORK_BEGUN.includes(line.state)) line.startedAt ??= now;
  if (line.state === 'ready') line.readyAt ??= now;
  if (line.state === 'started') line.readyAt = null;
  line.handedAt = line.state === 'handed' ? now : null;
}
