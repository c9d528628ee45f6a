import type { MenuDocument, MenuEntityKind } from '@comanda/shared';

/** Whose size or option an id is, so that no other item or group takes it over; for a menu that goes, nobody's. */
export function ownersIn(menu: MenuDocument | undefined): (kind: MenuEntityKind, id: string) => string | undefined {
  const variants = new Map(
    menu?.items.flatMap((item) => item.variants.map((variant) => [variant.id, item.id] as const)),
  );
  const options = new Map(
    menu?.modifierGroups.flatMap((group) => group.options.map((option) => [option.id, group.id] as const)),
  );
  return (kind, id) => (kind === 'variant' ? variants.get(id) : kind === 'option' ? options.get(id) : undefined);
}
