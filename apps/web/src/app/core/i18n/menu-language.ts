import { Injectable, computed, inject, signal } from '@angular/core';
import type { LanguageTag, MenuView } from '@comanda/shared';
import { DeviceStorage } from '../device/device-storage';
import { LANGUAGE, SITE_LANGUAGES, type SiteLanguage } from './language';

const CHOSEN = 'comanda.menu-language';

type Speaking = Pick<MenuView, 'language' | 'languages' | 'defaultLanguage'>;

/** The language of the menu's texts: the site's, or one that the menu has and the site has not (`?menu=th`). */
@Injectable({ providedIn: 'root' })
export class MenuLanguage {
  private readonly site = inject(LANGUAGE);
  private readonly storage = inject(DeviceStorage).tab;
  private readonly menu = signal<Speaking | null>(null);
  private readonly asked = signal(readTag(this.storage.read(CHOSEN)));

  /** Null where the menu speaks like the site. */
  readonly chosen = computed(() => (this.asked() === this.site ? null : this.asked()));
  /** In which the API is asked for texts. */
  readonly tag = computed(() => this.chosen() ?? this.site);
  /** In which the texts are written, where that is another one than the page's. */
  readonly written = computed(() => {
    const menu = this.menu();
    const language = menu === null ? this.site : writtenIn(menu);
    return language === this.site ? null : language;
  });
  /** What can be read here instead: the site in its other languages, the menu in those that only it has. */
  readonly others = computed<readonly OtherLanguage[]>(() => {
    const path = SITE_LANGUAGES.find(({ tag }) => tag === this.site)?.path ?? '';
    const menus = onlyInMenu(this.menu()?.languages ?? []).map((tag) => ({ tag, name: ownName(tag), path, menu: tag }));
    const sites = SITE_LANGUAGES.map((each) => ({ ...each, menu: null }));
    return [...sites, ...menus].filter(({ tag }) => tag !== this.tag());
  });

  /** As the address says. Kept for the pages after it. */
  choose(tag: LanguageTag | null): void {
    this.asked.set(tag);
    this.storage.write(CHOSEN, tag);
  }

  /** A menu has come; what it does not speak is no longer chosen. */
  hear(menu: Speaking): void {
    const chosen = this.chosen();
    if (chosen !== null && !menu.languages.includes(chosen)) this.choose(null);
    this.menu.set(menu);
  }
}

export interface OtherLanguage extends SiteLanguage {
  /** Chosen for the menu alone. */
  readonly menu: LanguageTag | null;
}

/** A menu that is not kept in the wanted language is written in its own. */
export function writtenIn({ language, languages, defaultLanguage }: Speaking): LanguageTag {
  return languages.includes(language) ? language : defaultLanguage;
}

/** Languages of a menu in which there is no site. */
export function onlyInMenu(languages: readonly LanguageTag[]): readonly LanguageTag[] {
  return languages.filter((tag) => SITE_LANGUAGES.every((site) => site.tag !== tag));
}

/** "ไทย": what those call it who speak it. */
export function ownName(tag: LanguageTag): string {
  const name = new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag;
  return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
}

function readTag(stored: unknown): LanguageTag | null {
  return typeof stored === 'string' ? stored : null;
}
