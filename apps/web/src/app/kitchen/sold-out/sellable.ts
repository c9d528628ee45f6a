import { textIn } from '@comanda/shared';
import type { AvailabilityView, MenuDocument, SuspensionView } from '@comanda/shared';

/** A dish that the kitchen can take off sale, and what goes with it. */
export interface Sellable {
  readonly id: string;
  readonly name: string;
  readonly section: string;
  readonly stationId: string | null;
  readonly off: boolean;
  /** What it lacks, in words; then it comes back with the ingredient and not by hand. Null when it lacks nothing. */
  readonly lacks: string | null;
  /** A person or a countdown took it off sale: that can be taken back here. */
  readonly liftable: boolean;
  /** Portions that are left, when they are counted. */
  readonly left: number | null;
  /** Names of dishes of which it is a part or a choice: they lose that when it falls. */
  readonly fallsWith: readonly string[];
}

/** The dishes of the menu, in its order. */
export function sellables(document: MenuDocument, { suspensions, countdowns }: AvailabilityView): Sellable[] {
  const { defaultLanguage: language } = document;
  const say = (text: Parameters<typeof textIn>[0]): string => textIn(text, language, language);
  const offBy = (id: string): readonly SuspensionView[] =>
    suspensions.filter(({ targetKind, targetId }) => targetKind === 'item' && targetId === id);
  const left = new Map(
    countdowns
      .filter(({ targetKind }) => targetKind === 'item')
      .map(({ targetId, remaining }) => [targetId, remaining]),
  );
  const items = new Map(document.items.map((item) => [item.id, item]));
  return document.sections.flatMap((section) =>
    section.itemIds.flatMap((id) => {
      const item = items.get(id);
      if (item === undefined) return [];
      const off = offBy(id);
      return {
        id,
        name: say(item.name),
        section: say(section.name),
        stationId: item.stationId ?? null,
        off: off.length > 0,
        lacks: off.find(({ cause }) => cause === 'ingredient')?.reason ?? null,
        liftable: off.some(({ cause }) => cause !== 'ingredient'),
        left: left.get(id) ?? null,
        fallsWith: partOf(document, id).map((dish) => say(dish.name)),
      };
    }),
  );
}

/** Dishes that offer the item as a choice. */
function partOf(document: MenuDocument, itemId: string): MenuDocument['items'] {
  const groups = document.modifierGroups.filter(({ options }) => options.some((option) => option.itemId === itemId));
  const ids = new Set(groups.map(({ id }) => id));
  return document.items.filter(
    ({ id, modifierGroupIds, variants }) =>
      id !== itemId &&
      [...modifierGroupIds, ...variants.flatMap((variant) => variant.modifierGroupIds ?? [])].some((group) =>
        ids.has(group),
      ),
  );
}
