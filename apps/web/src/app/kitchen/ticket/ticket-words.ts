import { ticketAge, type TicketLineView, type TicketModifierView, type TicketView } from '@comanda/shared/kitchen';
import { allergyWords } from './allergy';
import { SOURCES, TICKET_TEXTS } from './ticket-texts';

const NEW_SECONDS = 20;

/** How a ticket stands: told by a word, a colour and a shape. */
export type Standing = 'normal' | 'due-soon' | 'late' | 'cancelled';

type Placed = Pick<TicketView, 'tableName' | 'orderNumber' | 'fulfilment' | 'guestName'>;

/** What is called out: the table, or the number of the order. */
export function titleOf({ tableName, orderNumber }: Placed): string {
  if (tableName === undefined) return `#${orderNumber}`;
  return /^\d/.test(tableName) ? `${TICKET_TEXTS.table} ${tableName}` : tableName;
}

/** Where it goes, for whom, and the number when that is not the title. */
export function sourceOf(placed: Placed): string {
  const number = placed.tableName === undefined ? undefined : `#${placed.orderNumber}`;
  return [SOURCES[placed.fulfilment], number, placed.guestName].filter((part) => part !== undefined).join(' · ');
}

export function standingOf(ticket: TicketView, nowMs: number): Standing {
  if (ticket.state === 'cancelled') return 'cancelled';
  // Nobody is late with what waits for its sign.
  return ticket.state === 'held' ? 'normal' : ticketAge(ticket, nowMs).level;
}

/** The second row of a ticket's head, when there is something to say. */
export function flagsOf(ticket: TicketView, nowMs: number): string[] {
  const t = TICKET_TEXTS;
  const standing = standingOf(ticket, nowMs);
  if (standing === 'cancelled') return [t.cancelled];
  const rush = ticket.rush ? [t.rush] : [];
  const changed = ticket.awaits.includes('change') ? [t.change] : [];
  const { elapsedSeconds } = ticketAge(ticket, nowMs);
  return [
    ...rush,
    ...changed,
    ...(standing === 'late' ? [`${t.late} +${stopwatch(lateSeconds(ticket, nowMs))}`] : []),
    ...(standing === 'due-soon' ? [t.dueSoon] : []),
    ...(ticket.recalled ? [t.recalled] : []),
    ...(ticket.state === 'fired' && elapsedSeconds < NEW_SECONDS && !ticket.recalled ? [t.new] : []),
    ...(ticket.state === 'started' ? [t.cooking] : []),
    ...(ticket.state === 'held' ? [t.hold] : []),
  ];
}

/** Less than this is now: the clock of a screen moves once a second, and nobody waits for so little. */
const SOON_MS = 5_000;

/** Whether a ticket or a dish is to be begun later, so that all of an order is done together. */
export function isForLater(startAt: string | undefined, nowMs: number): boolean {
  return startAt !== undefined && Date.parse(startAt) - nowMs > SOON_MS;
}

/** `6:20`, `1:02:05`. */
export function stopwatch(seconds: number): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (part: number): string => String(part).padStart(2, '0');
  return hours === 0 ? `${minutes}:${two(rest)}` : `${hours}:${two(minutes)}:${two(rest)}`;
}

/** A ticket in one sentence, for those who hear it; whole minutes, so that it does not change with every second. */
export function spokenTicket(ticket: TicketView, nowMs: number): string {
  const t = TICKET_TEXTS;
  const items = ticket.lines.reduce((sum, { quantity }) => sum + quantity, 0);
  const standing = standingOf(ticket, nowMs);
  const lateness = {
    normal: null,
    'due-soon': t.spokenDueSoon,
    late: t.spokenLate(Math.floor(lateSeconds(ticket, nowMs) / 60)),
    cancelled: t.spokenCancelled,
  }[standing];
  const parts = [titleOf(ticket), SOURCES[ticket.fulfilment].toLowerCase(), lateness, t.spokenItems(items)];
  const warning = allergyWords(ticket) === '' ? [] : [t.allergy];
  return [...parts, ...warning].filter((part) => part !== null).join(', ');
}

/** `− onion`, `+ 2 × extra cheese`. */
export function modifierWords({ kind, name, quantity }: TicketModifierView): string {
  if (kind === 'removal') return `− ${name}`;
  return quantity === 1 ? `+ ${name}` : `+ ${quantity} × ${name}`;
}

export function isDone({ state }: TicketLineView): boolean {
  return state === 'ready' || state === 'handed';
}

function lateSeconds({ dueAt }: TicketView, nowMs: number): number {
  return Math.max(0, Math.floor((nowMs - Date.parse(dueAt)) / 1000));
}

/** The dishes of a ticket in a row: `2 × Ramen, Green tea`. */
export function dishesOf({ lines }: Pick<TicketView, 'lines'>): string {
  return lines.map(({ quantity, name }) => (quantity === 1 ? name : `${quantity} × ${name}`)).join(', ');
}
