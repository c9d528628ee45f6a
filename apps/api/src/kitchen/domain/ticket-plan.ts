import type { Allergen, Text, TicketModifierView } from '@comanda/shared';
import { ALLERGENS } from '@comanda/shared';

/** A dish of an order or an option below it, as much of it as the kitchen needs; parents stand before their options. */
export interface OrderedLine {
  readonly id: string;
  readonly parentId: string | null;
  readonly kind: 'dish' | 'option';
  readonly itemId: string | null;
  readonly groupKind: 'choice' | 'removal' | null;
  readonly name: Text;
  readonly variantName: Text | null;
  readonly quantity: number;
  readonly stationId: string | null;
  readonly prepSeconds: number | null;
  readonly allergens: readonly Allergen[] | null;
  readonly note: string | null;
  readonly course: number;
  readonly allergies: readonly Allergen[] | null;
  readonly guestName: string | null;
}

export interface PlannedLine {
  readonly orderLineId: string;
  readonly itemId: string | null;
  readonly course: number;
  readonly prepSeconds: number | null;
  /** What the guest of the dish or of the order is allergic to; null: nothing declared. */
  readonly allergies: Allergen[] | null;
  /** Of the dish. */
  readonly guestName: string | null;
  readonly quantity: number;
  readonly name: string;
  readonly variantName: string | null;
  readonly modifiers: TicketModifierView[];
  readonly note: string | null;
  readonly allergens: Allergen[];
}

/** All that one station must do for an order. */
export interface PlannedTicket {
  readonly stationId: string;
  readonly lines: PlannedLine[];
}

export interface Kitchen {
  readonly stationIds: readonly string[];
  /** Takes what names no station or an unknown one. */
  readonly defaultStationId: string;
  readonly say: (text: Text) => string;
  /** Of the whole order. */
  readonly allergies?: readonly Allergen[] | null;
}

interface Part {
  readonly stationId: string;
  readonly line: PlannedLine;
}

interface Walk {
  readonly kitchen: Kitchen;
  readonly below: ReadonlyMap<string | null, readonly OrderedLine[]>;
  readonly parts: Part[];
}

/**
 * One ticket for each station that has something to do, in the kitchen's order of stations. An option that another
 * station makes is a line of its own there; what is left out always stays with its dish.
 */
export function planTickets(lines: readonly OrderedLine[], kitchen: Kitchen): PlannedTicket[] {
  const below = new Map<string | null, OrderedLine[]>();
  for (const line of lines) below.set(line.parentId, [...(below.get(line.parentId) ?? []), line]);
  const walk: Walk = { kitchen, below, parts: [] };
  for (const dish of below.get(null) ?? []) {
    const stationId = stationOf(kitchen, dish.stationId) ?? kitchen.defaultStationId;
    addPart(walk, dish, { units: 1, stationId, dish });
  }
  const stations = [...new Set([...kitchen.stationIds, kitchen.defaultStationId])];
  return stations.flatMap((stationId) => {
    const parts = walk.parts.filter((part) => part.stationId === stationId);
    return parts.length === 0 ? [] : [{ stationId, lines: parts.map(({ line }) => line) }];
  });
}

interface Place {
  /** Units of the dish for which the line is made. */
  readonly units: number;
  readonly stationId: string;
  /** The dish that it belongs to, or is: it has the course and the guest's allergies. */
  readonly dish: OrderedLine;
}

function addPart(walk: Walk, line: OrderedLine, place: Place): void {
  const { say } = walk.kitchen;
  const units = line.kind === 'dish' ? line.quantity : place.units;
  const allergens = new Set(line.allergens ?? []);
  const allergies = new Set([...(walk.kitchen.allergies ?? []), ...(place.dish.allergies ?? [])]);
  // Its place is kept before its options find theirs, so that the lines of a ticket follow the order.
  const at = walk.parts.length;
  const modifiers = modifiersOf(walk, line.id, { ...place, units, depth: 0, allergens });
  walk.parts.splice(at, 0, {
    stationId: place.stationId,
    line: {
      orderLineId: line.id,
      itemId: line.itemId,
      course: place.dish.course,
      prepSeconds: line.prepSeconds,
      allergies: allergies.size === 0 ? null : ALLERGENS.filter((allergen) => allergies.has(allergen)),
      guestName: place.dish.guestName,
      quantity: line.kind === 'dish' ? line.quantity : line.quantity * units,
      name: say(line.name),
      variantName: line.variantName === null ? null : say(line.variantName),
      modifiers,
      note: line.note,
      allergens: ALLERGENS.filter((allergen) => allergens.has(allergen)),
    },
  });
}

function modifiersOf(
  walk: Walk,
  parentId: string,
  place: Place & { readonly depth: number; readonly allergens: Set<Allergen> },
): TicketModifierView[] {
  return (walk.below.get(parentId) ?? []).flatMap((option) => {
    const kind = option.groupKind ?? 'choice';
    const stationId = stationOf(walk.kitchen, option.stationId) ?? place.stationId;
    if (kind === 'choice' && stationId !== place.stationId) {
      addPart(walk, option, { units: place.units, stationId, dish: place.dish });
      return [];
    }
    if (kind === 'choice') option.allergens?.forEach((allergen) => place.allergens.add(allergen));
    const own = { kind, name: walk.kitchen.say(option.name), quantity: option.quantity, depth: place.depth };
    return [own, ...modifiersOf(walk, option.id, { ...place, depth: place.depth + 1 })];
  });
}

/** Undefined when it names none; the default one when it is not known. */
function stationOf({ stationIds, defaultStationId }: Kitchen, stationId: string | null): string | undefined {
  if (stationId === null) return undefined;
  return stationIds.includes(stationId) ? stationId : defaultStationId;
}
