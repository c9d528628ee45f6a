import type { FlatLine } from './flat-lines.js';

/** Portions of an item or a variant that an order takes from its countdown. */
export interface Portions {
  readonly kind: 'item' | 'variant';
  readonly id: string;
  readonly quantity: number;
}

type CountedLine = Pick<FlatLine, 'id' | 'parentId' | 'kind' | 'itemId' | 'variantId' | 'groupKind' | 'quantity'>;

/**
 * All portions that the lines of an order take, each target once and in one fixed order, so that two orders never wait
 * for each other in a circle. What is left out of a dish takes nothing.
 */
export function portionsOf(lines: readonly CountedLine[]): Portions[] {
  const units = unitsByLine(lines);
  const taken = new Map<string, Portions>();
  const add = (kind: Portions['kind'], id: string | null, quantity: number): void => {
    if (id === null) return;
    const key = `${kind} ${id}`;
    taken.set(key, { kind, id, quantity: (taken.get(key)?.quantity ?? 0) + quantity });
  };
  for (const line of lines) {
    if (line.groupKind === 'removal') continue;
    const quantity = line.kind === 'dish' ? line.quantity : line.quantity * (units.get(line.id) ?? 1);
    add('item', line.itemId, quantity);
    add('variant', line.variantId, quantity);
  }
  return [...taken.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, portions]) => portions);
}

/** How many units of its dish each line belongs to; parents stand before their options. */
export function unitsByLine(lines: readonly Pick<FlatLine, 'id' | 'parentId' | 'quantity'>[]): Map<string, number> {
  const units = new Map<string, number>();
  for (const line of lines) {
    units.set(line.id, line.parentId === null ? line.quantity : (units.get(line.parentId) ?? 1));
  }
  return units;
}
