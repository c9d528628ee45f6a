import type { TicketLineView } from '@comanda/shared/kitchen';

/** Lines of a ticket that a cook makes alike: told once, with their number. */
export interface MergedLine extends TicketLineView {
  /** Of the lines in it, the first one's included. */
  readonly lineIds: readonly string[];
}

/** What makes no difference to the cook; the moments of a line differ by milliseconds. */
const NOT_COMPARED = new Set(['id', 'orderLineId', 'quantity', 'startedAt', 'readyAt', 'handedAt']);

/** Identical lines in one, where the first of them stands. What differs in anything but its number stays apart. */
export function mergedLines(lines: readonly TicketLineView[]): MergedLine[] {
  const merged = new Map<string, MergedLine>();
  for (const line of lines) {
    const key = sameness(line);
    const before = merged.get(key);
    merged.set(key, {
      ...(before ?? line),
      quantity: line.quantity + (before?.quantity ?? 0),
      lineIds: [...(before?.lineIds ?? []), line.id],
    });
  }
  return [...merged.values()];
}

function sameness(line: TicketLineView): string {
  const facts = Object.entries(line).filter(([name]) => !NOT_COMPARED.has(name));
  return JSON.stringify(facts.sort(([one], [other]) => one.localeCompare(other)));
}
