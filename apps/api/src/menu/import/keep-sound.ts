import { validateMenu } from '@comanda/shared';
import type { MenuDocument, MenuEntityRef, MenuFinding, MenuFindingCode } from '@comanda/shared';
import type { Conversion } from './from-foreign.js';

/** Faults of one entity in itself, whatever stands around it. */
const OWN_FAULTS: ReadonlySet<MenuFindingCode> = new Set([
  'min_above_max',
  'parts_without_number',
  'percent_without_choice',
  'negative_price',
  'invalid_availability',
  'invalid_recipe',
  'invalid_value',
]);

/**
 * Entities of the menu that an import would make wrong stay as they are, which is told. New ones are taken with their
 * faults: the menu's own checks tell them.
 */
export function keepSound(before: MenuDocument, after: MenuDocument): Conversion {
  const known = new Set(validateMenu(before).map(keyOf));
  const worse = validateMenu(after).filter((finding) => OWN_FAULTS.has(finding.code) && !known.has(keyOf(finding)));
  if (worse.length === 0) return { document: after, findings: [] };
  const places = placesIn(before);
  const findings = worse.filter(({ entity }) => places.has(placeOf(entity)));
  const spoilt = new Set(findings.map(({ entity }) => placeOf(entity)));
  const sound = <Entity extends { readonly id: string }>(
    kind: MenuEntityRef['kind'],
    olds: readonly Entity[],
    nows: readonly Entity[],
  ): Entity[] =>
    nows.map((now) =>
      spoilt.has(placeOf({ kind, id: now.id })) ? (olds.find(({ id }) => id === now.id) ?? now) : now,
    );
  return {
    document: {
      ...after,
      sections: sound('section', before.sections, after.sections),
      items: sound('item', before.items, after.items).map((item) => ({
        ...item,
        variants: sound('variant', variantsOf(before), item.variants),
      })),
      modifierGroups: sound('modifier-group', before.modifierGroups, after.modifierGroups).map((group) => ({
        ...group,
        options: sound('option', optionsOf(before), group.options),
      })),
    },
    findings: findings.map((finding) => ({ ...finding, detail: `${finding.detail} What the menu has stays.` })),
  };
}

function placesIn(menu: MenuDocument): Set<string> {
  const lists: readonly (readonly [MenuEntityRef['kind'], readonly { readonly id: string }[]])[] = [
    ['section', menu.sections],
    ['item', menu.items],
    ['variant', variantsOf(menu)],
    ['modifier-group', menu.modifierGroups],
    ['option', optionsOf(menu)],
  ];
  return new Set(lists.flatMap(([kind, entities]) => entities.map(({ id }) => placeOf({ kind, id }))));
}

function variantsOf({ items }: MenuDocument) {
  return items.flatMap(({ variants }) => variants);
}

function optionsOf({ modifierGroups }: MenuDocument) {
  return modifierGroups.flatMap(({ options }) => options);
}

function placeOf({ kind, id }: MenuEntityRef): string {
  return `${kind} ${id}`;
}

function keyOf({ code, entity, detail }: MenuFinding): string {
  return `${code} ${placeOf(entity)} ${detail}`;
}
