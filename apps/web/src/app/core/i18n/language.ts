import { InjectionToken, LOCALE_ID, inject } from '@angular/core';
import type { LanguageTag } from '@comanda/shared';

/** The language in which this build of the site speaks and asks the API for texts: `en`, `de`, `pt`, `ar`. */
export const LANGUAGE = new InjectionToken<LanguageTag>('language', {
  providedIn: 'root',
  factory: () => inject(LOCALE_ID).split('-')[0] ?? 'en',
});

export interface SiteLanguage {
  readonly tag: LanguageTag;
  /** In its own words, for the switch. */
  readonly name: string;
  /** Where its build is served, without a slash at the end. */
  readonly path: string;
}

export const SITE_LANGUAGES: readonly SiteLanguage[] = [
  { tag: 'en', name: 'English', path: '' },
  { tag: 'de', name: 'Deutsch', path: '/de' },
  { tag: 'pt', name: 'Português', path: '/pt' },
  { tag: 'ar', name: 'العربية', path: '/ar' },
];
