import type { AllDayCount } from './kitchen-contracts.js';
import type { TicketModifierView } from './ticket-contracts.js';

/** Units that are made in the same way at one station, as they are added up by the database. */
export interface AllDayRow {
  readonly stationId: string;
  readonly itemId: string | null;
  readonly name: string;
  readonly variantName: string | null;
  readonly modifiers: readonly TicketModifierView[];
  readonly held: boolean;
  readonly units: number;
}

interface Sum {
  readonly first: AllDayRow;
  quantity: number;
  held: number;
  readonly modifiers: Map<string, { kind: TicketModifierView['kind']; name: string; quantity: number }>;
}

/** What is to be made in all: a count an item and size at each station, the most first, split by removal and option. */
export function allDayCounts(rows: readonly AllDayRow[]): AllDayCount[] {
  const sums = new Map<string, Sum>();
  for (const row of rows) {
    const key = JSON.stringify([row.stationId, row.itemId ?? row.name, row.variantName]);
    const sum = sums.get(key) ?? { first: row, quantity: 0, held: 0, modifiers: new Map() };
    sums.set(key, sum);
    addRow(sum, row);
  }
  return [...sums.values()].map(toCount).sort((a, b) => b.quantity - a.quantity || (a.name < b.name ? -1 : 1));
}

function addRow(sum: Sum, { held, units, modifiers }: AllDayRow): void {
  if (held) {
    sum.held += units;
    return;
  }
  sum.quantity += units;
  const distinct = new Map(modifiers.map(({ kind, name }) => [`${kind} ${name}`, { kind, name }]));
  for (const [key, modifier] of distinct) {
    const known = sum.modifiers.get(key) ?? { ...modifier, quantity: 0 };
    known.quantity += units;
    sum.modifiers.set(key, known);
  }
}

function toCount({ first, quantity, held, modifiers }: Sum): AllDayCount {
  return {
    stationId: first.stationId,
    ...(first.itemId === null ? {} : { itemId: first.itemId }),
    name: first.name,
    ...(first.variantName === null ? {} : { variantName: first.variantName }),
    quantity,
    held,
    modifiers: [...modifiers.values()].sort((a, b) => b.quantity - a.quantity || (a.name < b.name ? -1 : 1)),
  };
}
