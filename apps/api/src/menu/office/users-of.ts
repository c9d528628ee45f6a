import { plainName } from '@comanda/shared';
import type { Item, MenuDocument, MenuEntityRef, ProblemItem } from '@comanda/shared';
import { DomainError } from '../../platform/http/index.js';

/** More than these help nobody. */
const MOST_NAMED = 50;

/** Who needs an entity, as a sentence for a person, so that it cannot be taken away. */
interface User {
  readonly entity: MenuEntityRef;
  readonly why: string;
}

/** Throws `in_use` naming those that need what shall go. */
export function refuseInUse(users: readonly User[]): void {
  if (users.length === 0) return;
  const items = users.slice(0, MOST_NAMED).map(({ entity: { kind, id, name }, why }): ProblemItem => {
    return { pointer: '', code: 'in_use', detail: `"${name ?? id}" ${why}`, resource: `${kind}/${id}` };
  });
  throw new DomainError('in_use', `It is in use by ${String(users.length)} of the menu. Change them first.`, items);
}

/** The options that are this item, and those that have prices for its sizes. */
export function usersOfItem(document: MenuDocument, item: Item<unknown>): User[] {
  const asOption = optionsOf(document).filter(({ option }) => option.itemId === item.id);
  const variantIds = item.variants.map(({ id }) => id);
  return [
    ...asOption.map(({ option, group }) => ({
      entity: refOf(document, 'option', option),
      why: `in the group "${nameIn(document, group)}" is this item. Take it out there first.`,
    })),
    ...usersOfVariants(document, variantIds),
  ];
}

/** The options that have a price for one of these sizes. */
export function usersOfVariants(document: MenuDocument, variantIds: readonly string[]): User[] {
  return optionsOf(document)
    .filter(({ option }) => variantIds.some((id) => Object.hasOwn(option.priceMinorByVariant ?? {}, id)))
    .map(({ option, group }) => ({
      entity: refOf(document, 'option', option),
      why: `in the group "${nameIn(document, group)}" has a price for a size of it. Remove that price first.`,
    }));
}

/** The items that would stand in no section any more. */
export function usersOfSection(document: MenuDocument, sectionId: string): User[] {
  const section = document.sections.find(({ id }) => id === sectionId);
  const elsewhere = new Set(document.sections.filter(({ id }) => id !== sectionId).flatMap(({ itemIds }) => itemIds));
  return document.items
    .filter(({ id }) => section?.itemIds.includes(id) && !elsewhere.has(id))
    .map((item) => ({
      entity: refOf(document, 'item', item),
      why: 'stands only in this section. Move it to another one, or delete it.',
    }));
}

/** The items, sizes and options that ask with this group. */
export function usersOfGroup(document: MenuDocument, groupId: string): User[] {
  const uses = ({ modifierGroupIds }: { readonly modifierGroupIds?: readonly string[] }): boolean =>
    modifierGroupIds?.includes(groupId) ?? false;
  const why = 'asks with this group. Take it off there first.';
  return [
    ...document.items.filter(uses).map((item) => ({ entity: refOf(document, 'item', item), why })),
    ...document.items.flatMap((item) =>
      item.variants.filter(uses).map((variant) => ({
        entity: refOf(document, 'variant', { id: variant.id, name: variant.name ?? item.name }),
        why,
      })),
    ),
    ...optionsOf(document)
      .filter(({ option }) => uses(option))
      .map(({ option }) => ({ entity: refOf(document, 'option', option), why })),
  ];
}

interface Named {
  readonly id: string;
  readonly name?: unknown;
}

function refOf(document: MenuDocument, kind: MenuEntityRef['kind'], entity: Named): MenuEntityRef {
  return { kind, id: entity.id, name: nameIn(document, entity) };
}

function nameIn({ defaultLanguage }: MenuDocument, { id, name }: Named): string {
  return plainName(name, defaultLanguage) ?? id;
}

function optionsOf({ modifierGroups }: MenuDocument) {
  return modifierGroups.flatMap((group) => group.options.map((option) => ({ group, option })));
}
