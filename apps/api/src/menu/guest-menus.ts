import { Injectable } from '@nestjs/common';
import { localMoment } from '@comanda/shared';
import type { LanguageTag, MenuView } from '@comanda/shared';
import { LocationDirectory } from '../locations/index.js';
import { Clock } from '../platform/clock/index.js';
import { contentHash } from './canonical.js';
import { MenuStore } from './menu-store.js';
import { toMenuView } from './menu.view.js';

/** A menu as guests get it; `view` is made when it is asked for. */
export interface GuestMenu {
  /** Changes with all that `view` is made from. */
  readonly version: string;
  readonly view: () => MenuView;
}

/** The menus of all locations in the languages of their guests. */
@Injectable()
export class GuestMenus {
  constructor(
    private readonly locations: LocationDirectory,
    private readonly menus: MenuStore,
    private readonly clock: Clock,
  ) {}

  async speaks(locationId: string, language: LanguageTag): Promise<boolean> {
    return (await this.menus.current(locationId)).document.languages.includes(language);
  }

  /** Without a wanted language in the menu's own; throws `not_found`. */
  async get(locationId: string, wanted?: LanguageTag): Promise<GuestMenu> {
    const { timezone, taxInclusive } = await this.locations.get(locationId);
    const menu = await this.menus.current(locationId);
    const taxRates = await this.locations.taxRates(locationId, localMoment(this.clock.now(), timezone).date);
    const language = wanted ?? menu.document.defaultLanguage;
    return {
      version: contentHash([menu.checksum, language, taxInclusive, taxRates]),
      view: () => toMenuView(menu, language, { taxInclusive, taxRates }),
    };
  }
}
