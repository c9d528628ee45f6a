import { textIn, type MenuItemView, type MenuItemsView, type Text, type Variant } from '@comanda/shared';
import { isAbout } from '../sold-out/menu-targets';
import type { CellRef } from './cells';

/** A row of the table: a dish with its only size, or one of its sizes. */
export interface MenuRow {
  readonly view: MenuItemView;
  readonly variant: Variant<Text>;
  /** The dish's own cells stand only in its first row. */
  readonly first: boolean;
  readonly size: string;
  readonly ref: Pick<CellRef, 'itemId' | 'variantId'>;
}

export interface RowGroup {
  readonly id: string;
  readonly name: string;
  readonly rows: readonly MenuRow[];
}

export const ELSEWHERE = 'elsewhere';

/** The dishes by section, in the order of the menu; those that stand in none come last. */
export function groupsOf(menu: MenuItemsView, elsewhere: string): readonly RowGroup[] {
  const { defaultLanguage: language } = menu;
  const say = (text: Text | undefined): string => (text === undefined ? '' : textIn(text, language, language));
  const rowsOf = (views: readonly MenuItemView[]): readonly MenuRow[] =>
    views.flatMap((view) =>
      view.item.variants.map((variant, index) => ({
        view,
        variant,
        first: index === 0,
        size: say(variant.name),
        ref: { itemId: view.item.id, variantId: variant.id },
      })),
    );
  const sections = menu.sections.map(({ id, name }) => ({
    id,
    name: say(name),
    rows: rowsOf(menu.data.filter(({ sectionIds }) => sectionIds.includes(id))),
  }));
  const rest = {
    id: ELSEWHERE,
    name: elsewhere,
    rows: rowsOf(menu.data.filter(({ sectionIds }) => sectionIds.length === 0)),
  };
  return [...sections, rest].filter(({ rows }) => rows.length > 0);
}

/** Only one section, only rows about a text; whole dishes stay together. */
export function narrowed(groups: readonly RowGroup[], section: string | null, text: string): readonly RowGroup[] {
  return groups
    .filter(({ id }) => section === null || id === section)
    .map((group) => ({ ...group, rows: group.rows.filter((row) => isRowAbout(row, group.name, text)) }))
    .filter(({ rows }) => rows.length > 0);
}

function isRowAbout({ view, size }: MenuRow, section: string, text: string): boolean {
  const names = Object.values(view.item.name).join(' ');
  return isAbout({ kind: 'item', id: view.item.id, name: names, context: `${size} ${section}`, itemId: null }, text);
}
