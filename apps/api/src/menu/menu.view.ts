import { translate } from '@comanda/shared';
import type { LanguageTag, MenuView } from '@comanda/shared';
import type { CurrentMenu } from './menu-store.js';

/** The menu as guests get it, with the taxes of the restaurant. */
export function toMenuView(
  { number: revision, checksum, index }: CurrentMenu,
  language: LanguageTag,
  taxes: Pick<MenuView, 'taxInclusive' | 'taxRates'>,
): MenuView {
  return { ...translate(index.menu, language), revision, checksum, language, ...taxes };
}
