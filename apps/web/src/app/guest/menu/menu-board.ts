import { Injectable, computed, effect, inject, signal } from '@angular/core';
import type { Section } from '@comanda/shared';
import { rested } from '../../core/time/rested';
import type { Offer } from '../../ui/choices/default-choices';
import { RestaurantStore } from '../restaurant/restaurant-store';
import { DietFilter } from './diet-filter';
import { toDish, type Dish } from './dish';
import { matches } from './menu-search';

const SEARCH_REST_MS = 120;

/** A section as it is drawn: what does not suit the guest sinks to its end and is named there. */
export interface BoardSection {
  readonly section: Section<string>;
  readonly dishes: readonly Dish[];
  readonly unknown: readonly Dish[];
  readonly unsuitable: readonly Dish[];
}

/** The menu as this guest sees it: searched, sorted by what suits, with what is on sale now. */
@Injectable({ providedIn: 'root' })
export class MenuBoard {
  private readonly restaurant = inject(RestaurantStore);
  private readonly filter = inject(DietFilter);

  /** What stands in the search field. */
  readonly query = signal('');
  private readonly restedQuery = rested(this.query, SEARCH_REST_MS);
  /** What is searched for, once the typing rests. */
  readonly searching = computed(() => (this.query() === '' ? '' : this.restedQuery().trim()));

  readonly offer = computed<Offer | null>(() => {
    const [index, menu] = [this.restaurant.index(), this.restaurant.menu()];
    if (index === null || menu === null) return null;
    return { index, menu, availability: this.restaurant.availability(), moment: this.restaurant.moment() };
  });
  readonly dishes = computed<ReadonlyMap<string, Dish>>(() => {
    const offer = this.offer();
    const timezone = this.restaurant.location()?.timezone ?? 'UTC';
    const sold = offer?.menu.items.filter((item) => item.onlyAsOption !== true && item.variants.length > 0) ?? [];
    return new Map(sold.flatMap((item) => (offer === null ? [] : [[item.id, toDish(offer, item, timezone)]])));
  });
  /** False when the restaurant declares no allergens at all: then one sentence says so instead of every row. */
  readonly declaresAllergens = computed(() =>
    [...this.dishes().values()].some(({ item }) => item.allergens !== undefined),
  );
  readonly sections = computed<readonly BoardSection[]>(() => {
    const query = this.searching();
    return (this.restaurant.menu()?.sections ?? []).flatMap((section) => {
      const found = this.dishesOf(section).filter((dish) => query === '' || matches(dish, section.name, query));
      return found.length === 0 ? [] : this.sorted(section, found);
    });
  });
  private readonly drawn = signal(typeof requestIdleCallback === 'function' ? 1 : Infinity);
  /** The sections come one after the other when the page begins, so that no tap has to wait for the whole menu. */
  readonly drawnSections = computed(() => this.sections().slice(0, this.drawn()));
  readonly isDrawn = computed(() => this.drawn() >= this.sections().length);
  readonly found = computed(
    () =>
      new Set(
        this.sections()
          .flatMap(allOf)
          .map(({ item }) => item.id),
      ).size,
  );

  constructor() {
    effect((onCleanup) => {
      this.drawn();
      if (this.isDrawn()) return;
      const next = setTimeout(() => this.drawn.update((count) => count + 1));
      onCleanup(() => clearTimeout(next));
    });
  }

  /** Up to two dishes of the same section that can be ordered, nearest in price: for one that cannot. */
  similarTo(itemId: string): readonly Dish[] {
    const dish = this.dishes().get(itemId);
    const sections = this.offer()?.index.sectionsByItem.get(itemId) ?? [];
    if (dish === undefined) return [];
    const distance = (other: Dish): number => Math.abs(other.priceMinor - dish.priceMinor);
    return sections
      .flatMap((section) => this.dishesOf(section))
      .filter((other, at, all) => other !== dish && other.sellability.sellable && all.indexOf(other) === at)
      .filter((other) => this.filter.judge(other) !== 'unsuitable')
      .sort((a, b) => distance(a) - distance(b))
      .slice(0, 2);
  }

  private dishesOf(section: Section<string>): Dish[] {
    return section.itemIds.flatMap((id) => this.dishes().get(id) ?? []);
  }

  private sorted(section: Section<string>, dishes: readonly Dish[]): BoardSection {
    const by = (suitability: string): Dish[] => dishes.filter((dish) => this.filter.judge(dish) === suitability);
    return { section, dishes: by('suitable'), unknown: by('unknown'), unsuitable: by('unsuitable') };
  }
}

function allOf({ dishes, unknown, unsuitable }: BoardSection): readonly Dish[] {
  return [...dishes, ...unknown, ...unsuitable];
}
