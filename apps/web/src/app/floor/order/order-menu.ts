import { httpResource } from '@angular/common/http';
import { Injectable, computed, inject, signal } from '@angular/core';
import {
  localMoment,
  type AvailabilityView,
  type Item,
  type MenuView,
  type OptionChoice,
  type Section,
} from '@comanda/shared';
import { indexMenu, leastPriceMinor, sellability } from '@comanda/shared/pricing';
import { toApiProblem, type ApiProblem } from '../../core/api/api-problem';
import { Clock } from '../../core/time/clock';
import { lineAtOnce, type Offer } from '../../ui/choices/default-choices';
import type { DishDraft } from '../../ui/choices/item-draft';
import { FloorPlace } from '../floor-place';

const MINUTE_MS = 60_000;
const NOTHING_OFF_SALE: AvailabilityView = { version: 0, suspensions: [], countdowns: [] };

export interface MenuDish {
  readonly item: Item<string>;
  readonly priceMinor: number;
  readonly sellable: boolean;
  /** What one tap adds; null when something is to be chosen first. */
  readonly atOnce: DishDraft | null;
}

export interface MenuSection {
  readonly section: Section<string>;
  readonly dishes: readonly MenuDish[];
}

/** The menu as the waiter looks things up in it. */
@Injectable()
export class OrderMenu {
  private readonly place = inject(FloorPlace);
  private readonly clock = inject(Clock);
  private readonly menus = httpResource<MenuView>(() => {
    const [url, language] = [this.place.path('menu'), this.place.location()?.defaultLanguage];
    return url === undefined || language === undefined ? undefined : { url, params: { language } };
  });
  private readonly onSale = httpResource<AvailabilityView>(() => this.place.path('availability'));
  private readonly minute = computed(() => Math.floor(this.clock.now() / MINUTE_MS));

  readonly query = signal('');
  readonly failure = computed<ApiProblem | null>(() => {
    const error = this.menus.error();
    return error === undefined ? null : toApiProblem(error);
  });
  readonly offer = computed<Offer | null>(() => {
    if (!this.menus.hasValue()) return null;
    const menu = this.menus.value();
    const instantMs = this.minute() * MINUTE_MS;
    const moment = { ...localMoment(instantMs, this.place.timezone()), instantMs };
    const availability = this.onSale.hasValue() ? this.onSale.value() : NOTHING_OFF_SALE;
    return { menu, index: indexMenu<string>(menu), availability, moment };
  });
  private readonly dishes = computed(() => {
    const offer = this.offer();
    const sold = offer?.menu.items.filter((item) => item.onlyAsOption !== true && item.variants.length > 0) ?? [];
    return new Map(sold.flatMap((item) => (offer === null ? [] : [[item.id, toDish(offer, item)] as const])));
  });
  readonly sections = computed<readonly MenuSection[]>(() => {
    const parts = plain(this.query()).split(/\s+/);
    return (this.offer()?.menu.sections ?? []).flatMap((section) => {
      const dishes = section.itemIds
        .flatMap((id) => this.dishes().get(id) ?? [])
        .filter(({ item }) => {
          const words = plain(`${item.name} ${section.name}`);
          return parts.every((part) => words.includes(part));
        });
      return dishes.length === 0 ? [] : [{ section, dishes }];
    });
  });

  item(id: string): Item<string> | undefined {
    return this.offer()?.index.items.get(id);
  }

  isSellable(id: string): boolean {
    return this.dishes().get(id)?.sellable ?? false;
  }

  /** What was chosen with a dish, in words, nested choices after their own. */
  choicesOf(options: readonly OptionChoice[]): readonly string[] {
    return options.flatMap(({ optionId, quantity = 1, options: nested = [] }) => {
      const known = this.offer()?.index.options.get(optionId);
      const sign = known?.group.kind === 'removal' ? '− ' : '+ ';
      const own = known === undefined ? [] : [`${sign}${quantity > 1 ? `${quantity} × ` : ''}${known.option.name}`];
      return [...own, ...this.choicesOf(nested)];
    });
  }

  /** Something may have sold out since. */
  refresh(): void {
    this.menus.reload();
    this.onSale.reload();
  }
}

function toDish(offer: Offer, item: Item<string>): MenuDish {
  const target = { kind: 'item', id: item.id } as const;
  return {
    item,
    priceMinor: Math.min(...item.variants.map((variant) => leastPriceMinor(offer.index, item, variant))),
    sellable: sellability(offer.index, offer.availability, target, offer.moment).sellable,
    atOnce: lineAtOnce(offer, item),
  };
}

/** Without accents and case, so that "creme" finds "Crème". */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLocaleLowerCase()
    .trim();
}
