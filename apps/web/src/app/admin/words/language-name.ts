import type { LanguageTag } from '@comanda/shared';

/** `German` for `de`; the tag itself where the browser knows no name. */
export function languageName(tag: LanguageTag): string {
  try {
    return new Intl.DisplayNames(['en'], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
