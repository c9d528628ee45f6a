import { Injectable, Logger } from '@nestjs/common';
import type { AvailabilityView, LocationView, MenuPageRequest, TableView } from '@comanda/shared';
import { LocationDirectory } from '../locations/index.js';
import { AvailabilityStore, GuestMenus } from '../menu/index.js';
import type { GuestMenu } from '../menu/index.js';
import { Clock } from '../platform/clock/index.js';
import { FeedNews } from '../platform/events/index.js';
import { DomainError, ReadyAnswer } from '../platform/http/index.js';
import { KeptPages } from './kept-pages.js';
import type { PageRenderer } from './page-renderer.js';

/** The page tells how many are left from here on; more than that changes nothing on it. */
const FEW_LEFT = 5;

/** Which menu a guest asks for. */
export interface MenuAddress {
  /** Absolute. */
  readonly url: string;
  readonly language: string;
  /** What is shown when the menu is not kept in that language. */
  readonly otherwise?: MenuAddress;
  readonly locationId?: string;
  readonly tableToken?: string;
}

/** What is on a page. */
interface Content {
  readonly location: LocationView;
  readonly menu: GuestMenu;
  readonly availability: AvailabilityView;
  readonly table?: TableView;
}

/** The menus as whole pages, drawn once for all who look until something on them changes. */
@Injectable()
export class MenuPages {
  readonly #pages: KeptPages;
  readonly #logger = new Logger(MenuPages.name);

  constructor(
    private readonly locations: LocationDirectory,
    private readonly menus: GuestMenus,
    private readonly stock: AvailabilityStore,
    clock: Clock,
    news: FeedNews,
  ) {
    this.#pages = new KeptPages(news, () => clock.now());
  }

  /** Null when there is no such menu, or it could not be drawn: then the site has to do without. */
  async find(address: MenuAddress, renderer: PageRenderer): Promise<ReadyAnswer | null> {
    try {
      return (await this.#pages.find(address.url)) ?? (await this.#look(address, renderer));
    } catch (error) {
      if (!(error instanceof DomainError)) this.#logger.error(error);
      return null;
    }
  }

  async #look(address: MenuAddress, renderer: PageRenderer): Promise<ReadyAnswer | null> {
    const locationId = address.locationId ?? (await this.#locationOf(address));
    if (locationId === null) return null;
    // Before anything is kept: anybody can think of languages.
    if (address.otherwise && !(await this.menus.speaks(locationId, address.language)))
      return this.find(address.otherwise, renderer);
    const check = this.#pages.check(address.url, locationId);
    const content = await this.#content(address, locationId);
    return check.finish(versionOf(content), async () =>
      ReadyAnswer.html(await renderer.draw(toRequest(address, content))),
    );
  }

  async #locationOf({ tableToken }: MenuAddress): Promise<string | null> {
    if (tableToken !== undefined) return (await this.locations.tableByToken(tableToken)).locationId;
    return (await this.locations.first())?.id ?? null;
  }

  async #content({ tableToken, language }: MenuAddress, locationId: string): Promise<Content> {
    const [location, menu, availability, table] = await Promise.all([
      this.locations.get(locationId),
      this.menus.get(locationId, language),
      this.stock.current(locationId),
      tableToken === undefined ? undefined : this.locations.tableByToken(tableToken),
    ]);
    return {
      location: this.locations.toView(location),
      menu,
      availability,
      ...(table === undefined ? {} : { table: { id: table.id, name: table.name, locationId } }),
    };
  }
}

function toRequest({ url }: MenuAddress, { menu, ...content }: Content): MenuPageRequest {
  return { url, menu: menu.view(), ...content };
}

/** Changes with all that a guest can see on the page. */
function versionOf({ location, menu, availability, table }: Content): string {
  const low = availability.countdowns.filter(({ remaining }) => remaining <= FEW_LEFT);
  return JSON.stringify([location, menu.version, availability.suspensions, low, table]);
}
