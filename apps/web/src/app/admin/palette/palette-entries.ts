import { textIn, type MenuItemsView, type OrderSummaryView } from '@comanda/shared';
import type { IconName } from '../../ui/icon/icon-shapes';
import type { OfficeLink } from '../shell/office-links';

/** One place to which the palette leads. */
export interface PaletteEntry {
  readonly key: string;
  readonly label: string;
  /** What kind of place it is, or where it belongs. */
  readonly hint: string;
  readonly icon: IconName;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
}

export function pageEntries(links: readonly OfficeLink[]): readonly PaletteEntry[] {
  return links.map(({ path, label, icon }) => ({ key: path, label, hint: 'Page', icon, path, query: {} }));
}

export function dishEntries({ data, sections, defaultLanguage: language }: MenuItemsView): readonly PaletteEntry[] {
  const sectionNames = new Map(sections.map(({ id, name }) => [id, textIn(name, language, language)]));
  return data.map(({ item, sectionIds }) => ({
    key: `dish ${item.id}`,
    label: textIn(item.name, language, language),
    hint: sectionNames.get(sectionIds[0] ?? '') ?? 'Dish',
    icon: 'utensils',
    path: '/admin/menu',
    query: { dish: item.id },
  }));
}

export function orderEntries(orders: readonly OrderSummaryView[]): readonly PaletteEntry[] {
  return orders.map(({ id, number, guestName, fulfilment }) => {
    const who = fulfilment.tableName === undefined ? guestName : `Table ${fulfilment.tableName}`;
    const label = who === undefined ? `Order ${number}` : `Order ${number}, ${who}`;
    const icon = 'clipboard-list';
    return { key: `order ${id}`, label, hint: 'Order', icon, path: '/admin/orders', query: { order: id } };
  });
}

/** What the typed words mean, the best first: a number is an order's, words that begin a name go before others. */
export function found(entries: readonly PaletteEntry[], typed: string, most: number): readonly PaletteEntry[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  const [first] = words;
  const ranked = entries.flatMap((entry) => {
    const text = plain(`${entry.label} ${entry.hint}`);
    if (!words.every((word) => text.includes(word))) return [];
    return [{ entry, rank: first === undefined || isNamedBy(entry, first) ? 0 : 1 }];
  });
  return ranked
    .sort((one, other) => one.rank - other.rank)
    .slice(0, most)
    .map(({ entry }) => entry);
}

function isNamedBy({ label, key }: PaletteEntry, word: string): boolean {
  if (/^\d+$/.test(word)) return key.startsWith('order ') && new RegExp(`^order ${word}\\b`).test(plain(label));
  return plain(label).startsWith(word);
}

/** `Crème Brûlée` is found by `creme brulee`, order 12 by `#12`. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\p{M}#]/gu, '')
    .toLowerCase();
}
