import type { TicketLineView, TicketView } from '@comanda/shared/kitchen';
import { modifierWords } from '../ticket/ticket-words';

/** A dish in all that is still to be made. */
export interface AllDayRow {
  readonly name: string;
  readonly toMake: number;
  /** Of those, they wait: their course is held. */
  readonly held: number;
  /** Made already, on tickets that are not all done. */
  readonly done: number;
  /** The ways in which it is wanted other than plain, the most wanted first. */
  readonly ways: readonly { readonly words: string; readonly count: number }[];
}

/** How many of each dish the open tickets ask for, the most first: what a cook puts on the grill at once. */
export function allDayCounts(tickets: readonly TicketView[]): AllDayRow[] {
  const lines = tickets.flatMap((ticket) => ticket.lines).filter(({ state }) => state !== 'cancelled');
  const names = [...new Set(lines.map(nameOf))];
  return names
    .map((name) =>
      rowOf(
        name,
        lines.filter((line) => nameOf(line) === name),
      ),
    )
    .filter(({ toMake }) => toMake > 0)
    .sort((one, other) => other.toMake - one.toMake || one.name.localeCompare(other.name));
}

function nameOf({ name, variantName }: TicketLineView): string {
  return variantName === undefined ? name : `${name}, ${variantName}`;
}

function rowOf(name: string, lines: readonly TicketLineView[]): AllDayRow {
  const open = lines.filter(({ state }) => state === 'held' || state === 'fired' || state === 'started');
  const ways = new Map<string, number>();
  for (const line of open) {
    const words = line.modifiers.map(modifierWords).join(', ');
    if (words !== '') ways.set(words, (ways.get(words) ?? 0) + line.quantity);
  }
  return {
    name,
    toMake: total(open),
    held: total(open.filter(({ state }) => state === 'held')),
    done: total(lines) - total(open),
    ways: [...ways].map(([words, count]) => ({ words, count })).sort((one, other) => other.count - one.count),
  };
}

function total(lines: readonly TicketLineView[]): number {
  return lines.reduce((sum, { quantity }) => sum + quantity, 0);
}
