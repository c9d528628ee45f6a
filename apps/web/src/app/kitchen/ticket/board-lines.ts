import type { TicketLineView, TicketView } from '@comanda/shared/kitchen';
import { mergedLines, type MergedLine } from './merged-lines';
import { TICKET_TEXTS } from './ticket-texts';
import { isDone, isForLater } from './ticket-words';

/** A line of a ticket as it is drawn. */
export interface BoardLine extends MergedLine {
  readonly done: boolean;
  readonly gone: boolean;
  /** What the cook must say to a line that is not wanted any more; null when nothing. */
  readonly asks: 'seen' | 'made-or-not' | null;
  /** Above the first line that came when the ticket was there already. */
  readonly added: string | null;
}

/** A word above the dish's name, when there is something to say. */
export interface LineFlag {
  readonly kind: 'gone' | 'again' | 'instead' | 'held' | 'later';
  readonly words: string;
}

/** So much later than the ticket, a line was added to it. */
const ADDED_AFTER_MS = 2_000;
const MINUTE_MS = 60_000;

/**
 * The lines of a ticket in the order of the cook's work: courses one after the other, what was added below, and each
 * replacement right under what it replaces. `onTheWay`: lines that are done for the cook but not yet for the server.
 */
export function boardLines(
  ticket: TicketView,
  onTheWay: ReadonlySet<string>,
  time: (at: string) => string,
): BoardLine[] {
  const lines = ticket.lines.map((line) => (onTheWay.has(line.id) ? { ...line, state: 'ready' as const } : line));
  const ordered = pairsTogether([...lines].sort((one, other) => rank(one, ticket) - rank(other, ticket)));
  let told: string | undefined;
  return mergedLines(ordered).map((line) => {
    const added = isAdded(line, ticket) && line.firedAt !== told && line.firedAt !== undefined;
    if (added) told = line.firedAt;
    const gone = line.state === 'cancelled';
    const words = added ? TICKET_TEXTS.added(time(line.firedAt ?? '')) : null;
    return { ...line, done: isDone(line), gone, asks: asked(line), added: words };
  });
}

/** What makes a line other than the usual. */
export function lineFlag(line: BoardLine, nowMs: number): LineFlag | null {
  const t = TICKET_TEXTS;
  if (line.withdrawal !== undefined) return { kind: 'gone', words: t.withdrawnFor(line.withdrawal.reason) };
  if (line.state === 'held') return { kind: 'held', words: t.heldCourse(line.course) };
  if (line.refire !== undefined) return { kind: 'again', words: t.again(line.refire.reason) };
  if (line.replaces !== undefined) return { kind: 'instead', words: t.instead };
  if (line.state !== 'fired' || line.startAt === undefined || !isForLater(line.startAt, nowMs)) return null;
  const waitsMs = Date.parse(line.startAt) - nowMs;
  return { kind: 'later', words: t.startsIn(Math.ceil(waitsMs / MINUTE_MS)) };
}

function asked({ withdrawal }: TicketLineView): BoardLine['asks'] {
  if (withdrawal === undefined || withdrawal.acknowledged !== undefined) return null;
  const touched = withdrawal.before === 'started' || withdrawal.before === 'ready';
  return touched && withdrawal.answer === undefined ? 'made-or-not' : 'seen';
}

/** Held courses stand below what is cooked now, and what was added later below what was there. */
function rank(line: TicketLineView, ticket: TicketView): number {
  return (line.state === 'held' ? 1000 : 0) + line.course * 10 + (isAdded(line, ticket) ? 5 : 0);
}

function isAdded({ firedAt, course, refire, replaces }: TicketLineView, ticket: TicketView): boolean {
  if (firedAt === undefined || refire !== undefined || replaces !== undefined) return false;
  const first = Math.min(...ticket.lines.map((line) => line.course));
  return course === first && Date.parse(firedAt) - Date.parse(ticket.firedAt) > ADDED_AFTER_MS;
}

function pairsTogether(lines: readonly TicketLineView[]): TicketLineView[] {
  const replacements = lines.filter(({ replaces }) => lines.some(({ id }) => id === replaces));
  return lines
    .filter((line) => !replacements.includes(line))
    .flatMap((line) => [line, ...replacements.filter(({ replaces }) => replaces === line.id)]);
}
