import { textIn } from '@comanda/shared';
import type { AvailabilityView, MenuDocument } from '@comanda/shared';

/** A dish that the kitchen can take off sale, and what goes with it. */
export interface Sellable {
  readonly id: string;
  readonly name: string;
  readonly section: string;
  readonly stationId: string | null;
  readonly off: boolean;
  /** Portions that are left, when they are counted. */
  readonly left: number | null;
  /** Names of dishes of which it is a part or a choice: they lose that when it falls. */
  readonly fallsWith: readonly string[];
}

/** The dishes of the menu, in its order. */
export function sellables(document: MenuDocument, { suspensions, countdowns }: AvailabilityView): Sellable[] {
  const { defaultLanguage: language } = document;
  const say = (text: Parameters<typeof textIn>[0]): string => textIn(text, language, language);
  const off = new Set(suspensions.filter(({ targetKind }) => targetKind === 'item').map(({ targetId }) => targetId));
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
      return {
        id,
        name: say(item.name),
        section: say(section.name),
        stationId: item.stationId ?? null,
        off: off.has(id),
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
