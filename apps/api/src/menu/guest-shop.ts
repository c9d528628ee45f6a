import { Injectable } from '@nestjs/common';
import { taxRatesAt } from '@comanda/shared';
import type { AvailabilityView, MenuView, TaxRule } from '@comanda/shared';
import { LocationDirectory, momentAt } from '../locations/index.js';
import type { Location } from '../locations/index.js';
import { Clock } from '../platform/clock/index.js';
import { FeedMemory, FeedNews } from '../platform/events/index.js';
import { ReadyAnswer } from '../platform/http/index.js';
import { AvailabilityStore } from './availability-store.js';
import { CurrentVersions } from './current-versions.js';
import type { Versions } from './current-versions.js';
import { MenuStore } from './menu-store.js';
import type { CurrentMenu } from './menu-store.js';
import { toMenuView } from './menu.view.js';

/** What the menu that guests see is made of, and the answers that were. */
interface Card {
  readonly location: Location;
  readonly taxRules: readonly TaxRule[];
  readonly menu: CurrentMenu;
  /** By language; they hold for a date, on which the tax rates depend. */
  readonly answers: Map<string, { readonly date: string; seenAtMs: number; readonly answer: ReadyAnswer }>;
}

interface Shop {
  readonly versions: Versions;
  readonly card: Card;
  readonly availability: AvailabilityView;
  onSale?: { readonly untilMs: number; readonly answer: ReadyAnswer };
}

/** Wherever a restaurant is, its days begin with a quarter of an hour. */
const QUARTER_MS = 900_000;
const quarterOf = (ms: number): number => Math.floor(ms / QUARTER_MS);

/** The answers to what every guest asks, ready to be sent until something changes. */
@Injectable()
export class GuestShop {
  readonly #shops: FeedMemory<Shop>;

  constructor(
    private readonly locations: LocationDirectory,
    private readonly menus: MenuStore,
    private readonly stock: AvailabilityStore,
    private readonly versions: CurrentVersions,
    private readonly clock: Clock,
    news: FeedNews,
  ) {
    this.#shops = new FeedMemory(news, clock, (locationId, last) => this.#read(locationId, last));
  }

  /** The menu in a language, or in the restaurant's own. Throws `not_found`. */
  async menu(locationId: string, wanted?: string): Promise<ReadyAnswer> {
    const { card } = await this.#shops.of(locationId);
    const { document } = card.menu;
    const language = wanted ?? document.defaultLanguage;
    const seenAtMs = this.clock.now();
    const { date } = momentAt(card.location, seenAtMs);
    const last = card.answers.get(language);
    if (last?.date === date) {
      last.seenAtMs = seenAtMs;
      return last.answer;
    }
    const answer = ReadyAnswer.json(menuViewOf(card, language, date), () => {
      const now = card.answers.get(language);
      const sameDay = now?.answer === answer && quarterOf(now.seenAtMs) === quarterOf(this.clock.now());
      return sameDay && this.#shops.known(locationId)?.card === card;
    });
    // Others fall back to the default language; there is no end of them.
    if (document.languages.includes(language)) card.answers.set(language, { date, seenAtMs, answer });
    return answer;
  }

  /** What is off sale or counted; suspensions end by themselves. Throws `not_found`. */
  async availability(locationId: string): Promise<ReadyAnswer> {
    const shop = await this.#shops.of(locationId);
    const now = this.clock.now();
    if (shop.onSale === undefined || shop.onSale.untilMs <= now) {
      const { suspensions } = shop.availability;
      const ends = suspensions.flatMap(({ until }) => (until === undefined ? [] : Date.parse(until)));
      const active = suspensions.filter(({ until }) => until === undefined || Date.parse(until) > now);
      const untilMs = Math.min(...ends.filter((end) => end > now));
      const answer = ReadyAnswer.json(
        { ...shop.availability, suspensions: active },
        () => untilMs > this.clock.now() && this.#shops.known(locationId) === shop,
      );
      shop.onSale = { untilMs, answer };
    }
    return shop.onSale.answer;
  }

  /** The versions come first: what changes meanwhile makes them others. */
  async #read(locationId: string, last: Shop | undefined): Promise<Shop> {
    const versions = await this.versions.of(locationId);
    const sameCard = last?.versions.location === versions.location && last.versions.revision === versions.revision;
    if (sameCard && last.versions.availability === versions.availability) return last;
    const card = sameCard ? last.card : await this.#readCard(locationId);
    return { versions, card, availability: await this.stock.current(locationId) };
  }

  async #readCard(locationId: string): Promise<Card> {
    return {
      location: await this.locations.get(locationId),
      taxRules: await this.locations.taxRules(locationId),
      menu: await this.menus.current(locationId),
      answers: new Map(),
    };
  }
}

function menuViewOf({ location: { taxInclusive }, taxRules, menu }: Card, language: string, date: string): MenuView {
  return toMenuView(menu, language, { taxInclusive, taxRates: taxRatesAt(taxRules, date) });
}
