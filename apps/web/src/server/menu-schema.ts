import {
  exponentOf,
  type AvailabilityRule,
  type DietTag,
  type Item,
  type MenuIndex,
  type MenuPageRequest,
} from '@comanda/shared';
import { indexMenu, leastPriceMinor } from '@comanda/shared/pricing';

/** Diets by their names at schema.org, which knows none without lactose. */
const DIETS: Readonly<Partial<Record<DietTag, string>>> = {
  vegan: 'VeganDiet',
  vegetarian: 'VegetarianDiet',
  halal: 'HalalDiet',
  kosher: 'KosherDiet',
  'gluten-free': 'GlutenFreeDiet',
};
const DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];

/** The restaurant and its menu as schema.org describes them, ready to stand inside a script element. */
export function menuSchema({ location, menu }: MenuPageRequest, address: string): string {
  const index = indexMenu(menu);
  const photos = menu.items.flatMap(({ photo }) => (photo === undefined ? [] : absolute(photo.url, address)));
  const restaurant = {
    '@context': 'https://schema.org',
    '@type': 'Restaurant',
    name: location.name,
    url: address,
    ...(location.phone === undefined ? {} : { telephone: location.phone }),
    ...(location.address === undefined ? {} : { address: location.address }),
    ...(photos.length === 0 ? {} : { image: photos.slice(0, 3) }),
    currenciesAccepted: location.currency,
    openingHours: location.openingHours.filter(isEndless).map(openingWords),
    hasMenu: {
      '@type': 'Menu',
      inLanguage: menu.language,
      hasMenuSection: menu.sections.map((section) => ({
        '@type': 'MenuSection',
        name: section.name,
        hasMenuItem: section.itemIds.flatMap((id) => {
          const item = index.items.get(id);
          return item === undefined || item.onlyAsOption === true ? [] : itemSchema(index, item, address);
        }),
      })),
    },
  };
  // No "</script" may end the script before its end.
  return JSON.stringify(restaurant).replaceAll('<', '\\u003c');
}

function itemSchema(index: MenuIndex<string>, item: Item<string>, address: string): object {
  const { currency } = index.menu;
  const diets = (item.dietTags ?? []).flatMap((tag) => DIETS[tag] ?? []).map((diet) => `https://schema.org/${diet}`);
  return {
    '@type': 'MenuItem',
    name: item.name,
    ...(item.description === undefined ? {} : { description: item.description }),
    ...(item.photo === undefined ? {} : { image: absolute(item.photo.url, address) }),
    offers: item.variants.map((variant) => ({
      '@type': 'Offer',
      ...(variant.name === undefined ? {} : { name: variant.name }),
      price: (leastPriceMinor(index, item, variant) / 10 ** exponentOf(currency)).toFixed(exponentOf(currency)),
      priceCurrency: currency,
    })),
    ...(diets.length === 0 ? {} : { suitableForDiet: diets }),
  };
}

function absolute(url: string, address: string): string {
  return new URL(url, address).href;
}

/** A rule for some dates only is no opening hour of every week. */
function isEndless({ fromDate, toDate }: AvailabilityRule): boolean {
  return fromDate === undefined && toDate === undefined;
}

/** "Mo,Tu 18:00-02:00" */
function openingWords({ days, fromMinute, toMinute }: AvailabilityRule): string {
  return `${days.map((day) => DAYS[day - 1]).join(',')} ${clock(fromMinute)}-${clock(toMinute)}`;
}

function clock(minute: number): string {
  const inDay = minute % 1440;
  return [Math.floor(inDay / 60), inDay % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
