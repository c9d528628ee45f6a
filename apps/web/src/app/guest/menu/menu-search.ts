import { DIET_WORDS } from '../words/dietary-words';
import type { Dish } from './dish';

/** True when each word of the query stands in the name, description, section or diet of the dish. */
export function matches(dish: Dish, sectionName: string, query: string): boolean {
  const words = plain(
    [dish.item.name, dish.item.description ?? '', sectionName, ...dish.dietTags.map((tag) => DIET_WORDS[tag])].join(
      ' ',
    ),
  );
  return plain(query)
    .split(/\s+/)
    .every((part) => part === '' || words.includes(part));
}

/** Without accents and case, so that "creme" finds "Crème". */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLocaleLowerCase();
}
