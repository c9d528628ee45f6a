import type { KitchenAnswer, TicketLineState } from '@comanda/shared';
import { nextTicketLineState } from '@comanda/shared';
import { dishesOf } from './kitchen-states.js';
import type { KitchenLine, KitchenTicketWithLines } from './kitchen-line.js';

export interface Withdrawing {
  readonly now: number;
  readonly by: string;
  readonly reason: string;
  /** What somebody has said already about dishes that may have been made. */
  readonly answer?: KitchenAnswer;
}

const NEVER_SEEN: readonly TicketLineState[] = ['held'];
const NOT_BEGUN: readonly TicketLineState[] = ['held', 'fired'];

/** Takes a line back; false when the guest has it, or it was taken back before. A held line needs nobody's answer. */
export function withdrawLine(line: KitchenLine, { now, by, reason, answer }: Withdrawing): boolean {
  const next = nextTicketLineState(line.state, 'withdraw');
  if (next === undefined) return false;
  const before = line.state;
  const at = new Date(now).toISOString();
  const known = NEVER_SEEN.includes(before) ? 'not-made' : (answer ?? (NOT_BEGUN.includes(before) ? 'not-made' : null));
  line.state = next;
  line.bumpedFrom = null;
  line.withdrawal = {
    at,
    by,
    reason,
    before,
    ...(known === null ? {} : { answer: known }),
    ...(NEVER_SEEN.includes(before) ? { acknowledged: { at, by: 'system' } } : {}),
  };
  return true;
}

/** The lines of a ticket whose cancellation no cook has acknowledged. */
export function unacknowledged<Line extends KitchenLine>(lines: readonly Line[], lineId?: string): Line[] {
  return lines.filter(
    ({ id, withdrawal }) =>
      withdrawal !== null && withdrawal.acknowledged === undefined && (lineId === undefined || id === lineId),
  );
}

/**
 * What became of each of these dishes, as far as all that is known about it: made when any of its parts was. A dish of
 * which a part is still to be answered for is missing.
 */
export function outcomesOf(
  dishIds: ReadonlySet<string>,
  lines: readonly { readonly id: string; readonly parentId: string | null }[],
  tickets: readonly KitchenTicketWithLines[],
): Map<string, KitchenAnswer> {
  const dishes = dishesOf(lines);
  const reworded = rewordedLines(tickets);
  const parts = Map.groupBy(
    tickets.flatMap((ticket) => ticket.lines).filter(({ id }) => !reworded.has(id)),
    ({ orderLineId }) => dishes.get(orderLineId) ?? orderLineId,
  );
  const known = [...dishIds].flatMap((dishId): [string, KitchenAnswer][] => {
    const answers = (parts.get(dishId) ?? []).flatMap(({ withdrawal }) => (withdrawal ? [withdrawal.answer] : []));
    if (answers.length === 0 || answers.includes(undefined)) return [];
    return [[dishId, answers.includes('made') ? 'made' : 'not-made']];
  });
  return new Map(known);
}

/** The ids of lines in whose place others of the same dish stand: it is still wanted, only otherwise. */
export function rewordedLines(tickets: readonly KitchenTicketWithLines[]): Set<string> {
  const lines = tickets.flatMap((ticket) => ticket.lines);
  const dishes = new Map(lines.map(({ id, orderLineId }) => [id, orderLineId]));
  const again = lines.filter(({ replaces, orderLineId }) => replaces !== null && dishes.get(replaces) === orderLineId);
  return new Set(again.flatMap(({ replaces }) => replaces ?? []));
}
