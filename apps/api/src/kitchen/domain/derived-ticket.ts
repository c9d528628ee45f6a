import type { TicketConcern } from '@comanda/shared';
import { ALLERGENS, isOnBoard, KITCHEN_ANSWER_SECONDS, ticketStateOf, ticketTimes } from '@comanda/shared';
import type { KitchenLine, KitchenTicket, KitchenTicketWithLines } from './kitchen-line.js';

/** Brings all that a ticket shows in line with its lines: state, times, allergies, whether it is on the board. */
export function deriveTicket({ ticket, lines }: KitchenTicketWithLines): void {
  const live = lines.filter(({ state }) => state !== 'cancelled');
  const acknowledged = lines.every(({ withdrawal }) => withdrawal === null || withdrawal.acknowledged !== undefined);
  ticket.state = ticketStateOf(
    lines.map(({ state }) => state),
    { acknowledged },
  );
  ticket.startedAt = earliest(lines.map(({ startedAt }) => startedAt));
  const done = ticket.state === 'ready' || ticket.state === 'handed';
  ticket.readyAt = done ? Math.max(...live.map(({ readyAt }) => readyAt ?? 0)) : null;
  deriveAllergies(ticket, live);
  ticket.answerDueAt = earliest(lines.map(answerDueAt));
  ticket.onBoard = isOnBoard({ state: ticket.state, awaits: awaitedBy({ ticket, lines }) });
}

/** The times of a ticket by its fired lines; the first start stays, whatever is fired later. */
export function deriveTimes(
  { ticket, lines }: KitchenTicketWithLines,
  station: { readonly dueSoonSeconds: number },
): void {
  const timed = lines.flatMap(({ state, startAt, dueAt, prepSeconds }) =>
    startAt === null || dueAt === null || state === 'cancelled' ? [] : [{ startAt, dueAt, prepSeconds, state }],
  );
  const open = timed.filter(({ state }) => state === 'fired' || state === 'started');
  const times = ticketTimes(open.length > 0 ? open : timed, station);
  if (!times) return;
  const first = earliest(lines.map(({ startAt }) => startAt)) ?? times.startAt;
  Object.assign(ticket, { startAt: first, dueSoonAt: times.dueSoonAt, dueAt: times.dueAt });
}

/** What a cook must acknowledge now. */
export function awaitedBy({ ticket, lines }: KitchenTicketWithLines): TicketConcern[] {
  const toCook = lines.some(({ state }) => state === 'held' || state === 'fired' || state === 'started');
  const allergy = toCook && (ticket.allergies ?? []).length > 0 && ticket.allergyAcknowledgedAt === null;
  const change = lines.some(({ withdrawal }) => withdrawal !== null && withdrawal.acknowledged === undefined);
  return [...(allergy ? (['allergy'] as const) : []), ...(change ? (['change'] as const) : [])];
}

function deriveAllergies(ticket: KitchenTicket, live: readonly KitchenLine[]): void {
  const before = ticket.allergies ?? [];
  const declared = new Set(live.flatMap(({ allergies }) => allergies ?? []));
  const now = ALLERGENS.filter((allergen) => declared.has(allergen));
  ticket.allergies = now.length > 0 ? now : null;
  // Who has read of nuts has not read of fish.
  if (now.every((allergen) => before.includes(allergen))) return;
  ticket.allergyAcknowledgedAt = null;
  ticket.allergyAcknowledgedBy = null;
}

function answerDueAt({ withdrawal }: KitchenLine): number | null {
  if (withdrawal === null || withdrawal.acknowledged || withdrawal.escalatedAt !== undefined) return null;
  return Date.parse(withdrawal.at) + KITCHEN_ANSWER_SECONDS * 1000;
}

function earliest(instants: readonly (number | null)[]): number | null {
  const known = instants.filter((instant) => instant !== null);
  return known.length > 0 ? Math.min(...known) : null;
}
