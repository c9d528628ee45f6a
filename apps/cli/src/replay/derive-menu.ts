import { createHash } from 'node:crypto';
import type { Item, MenuDocument, ModifierGroup, Text, Variant } from '@comanda/shared';
import { LIMITS } from '@comanda/shared';
import { MenuMatch } from './menu-match.js';
import type { RecordedLine, RecordedOrder } from './recorded-order.js';

/** Adds to a menu what orders have of dishes, sizes and options that it lacks. A price is the one paid most often. */
export function addMissing(document: MenuDocument, orders: readonly RecordedOrder[]): MenuDocument {
  const lines = orders.flatMap((order) => order.lines);
  const known = new MenuMatch(document);
  const missing = lines.filter((line) => known.find(line) === undefined);
  const language = document.defaultLanguage;
  const added = [...Map.groupBy(missing, ({ item }) => item)].map(([name, own]) => newItem(name, own, language));
  const withItems = { ...document, ...sectionWith(document, added), items: [...document.items, ...added] };
  return withOptions(withItems, lines);
}

function newItem(name: string, lines: readonly RecordedLine[], language: string): Item<Text> {
  const variants = [...Map.groupBy(lines, ({ variant }) => variant)].map(([size, own]): Variant<Text> => {
    const id = idOf(name, size ?? '');
    return { id, ...(size === undefined ? {} : { name: { [language]: size } }), priceMinor: usualPrice(own) };
  });
  return { id: idOf(name), name: { [language]: cut(name) }, variants, modifierGroupIds: [], taxClass: 'standard' };
}

function sectionWith({ sections, defaultLanguage }: MenuDocument, items: readonly Item<Text>[]) {
  if (items.length === 0) return {};
  const id = idOf('taken over');
  const rest = sections.filter((section) => section.id !== id);
  const old = sections.find((section) => section.id === id);
  const itemIds = [...(old?.itemIds ?? []), ...items.map((item) => item.id)];
  return { sections: [...rest, { id, name: { [defaultLanguage]: 'Menu' }, ...old, itemIds }] };
}

/** Each dish gets one group with the options that it lacks; they cost nothing of their own. */
function withOptions(document: MenuDocument, lines: readonly RecordedLine[]): MenuDocument {
  const match = new MenuMatch(document);
  const unknown = new Map<string, Map<string, number>>();
  for (const line of lines) {
    const found = match.find(line);
    if (found) countInto(unknown, found.item.id, found.unknownModifiers);
  }
  if (unknown.size === 0) return document;
  const groups = [...unknown].map(([itemId, names]) => newGroup(itemId, names, document.defaultLanguage));
  const groupOf = new Map([...unknown.keys()].map((itemId, at) => [itemId, groups[at]?.id ?? '']));
  return {
    ...document,
    items: document.items.map((item) => withGroup(item, groupOf.get(item.id))),
    modifierGroups: [...document.modifierGroups, ...groups],
  };
}

/** How often one line had each option at the most. */
function countInto(unknown: Map<string, Map<string, number>>, itemId: string, names: readonly string[]): void {
  if (names.length === 0) return;
  const most = unknown.get(itemId) ?? new Map<string, number>();
  for (const [name, own] of Map.groupBy(names, (each) => each)) {
    most.set(name, Math.max(own.length, most.get(name) ?? 0));
  }
  unknown.set(itemId, most);
}

function newGroup(itemId: string, names: ReadonlyMap<string, number>, language: string): ModifierGroup<Text> {
  const id = idOf('options of', itemId, [...names.keys()].sort().join('|'));
  return {
    id,
    name: { [language]: 'Choices' },
    kind: 'choice',
    min: 0,
    freeCount: 0,
    priceRule: 'sum',
    options: [...names].map(([name, most]) => ({
      id: idOf('option', id, name),
      name: { [language]: cut(name) },
      priceMinor: 0,
      ...(most > 1 ? { maxQuantity: Math.min(most, LIMITS.optionQuantity) } : {}),
    })),
  };
}

function withGroup(item: Item<Text>, groupId: string | undefined): Item<Text> {
  if (groupId === undefined) return item;
  return {
    ...item,
    modifierGroupIds: [...item.modifierGroupIds, groupId],
    variants: item.variants.map((variant) =>
      variant.modifierGroupIds ? { ...variant, modifierGroupIds: [...variant.modifierGroupIds, groupId] } : variant,
    ),
  };
}

/** Of prices paid equally often the lower; 0 when none was written down. */
function usualPrice(lines: readonly RecordedLine[]): number {
  const prices = Map.groupBy(
    lines.flatMap(({ unitPriceMinor }) => unitPriceMinor ?? []),
    (price) => price,
  );
  const ranked = [...prices].sort(([a, some], [b, others]) => others.length - some.length || a - b);
  return ranked[0]?.[0] ?? 0;
}

/** The same words always get the same id, so that a second file adds nothing twice. */
function idOf(...words: readonly string[]): string {
  const readable = words
    .join(' ')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40);
  const hash = createHash('sha256').update(words.join('\u0000')).digest('hex').slice(0, 10);
  return readable === '' ? hash : `${readable}-${hash}`;
}

function cut(name: string): string {
  return name.slice(0, LIMITS.nameLength);
}
