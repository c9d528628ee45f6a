// The restaurant trade that both programs face: 20 restaurants, 120 dishes each with two groups of five options, four
// stations; an order is three dishes with two options each, the favourite dish in every second order (Zipf's law).
export const RESTAURANTS = 20;
export const DISHES = 120;
export const STATIONS = ['grill', 'cold', 'bar', 'pastry'];
export const STOCK = 1_000_000;
export const LINES = 3;

const GROUPS = ['side', 'sauce'];
const OPTIONS = [1, 2, 3, 4, 5];

export const dishId = (number) => `dish-${number}`;
export const dishPrice = (number) => 500 + number * 10;
export const optionId = (group, number) => `${group}-${number}`;
export const optionPrice = (number) => number * 50;
export const groupNames = GROUPS;
export const optionNumbers = OPTIONS;

const text = (word) => ({ en: word });

/** The menu as Comanda imports it. */
export function menuDocument() {
  const numbers = Array.from({ length: DISHES }, (_, index) => index + 1);
  return {
    format: 'comanda-menu/1',
    currency: 'EUR',
    defaultLanguage: 'en',
    languages: ['en'],
    sections: STATIONS.map((station, at) => ({
      id: `section-${station}`,
      name: text(`From the ${station}`),
      itemIds: numbers.filter((number) => number % STATIONS.length === at).map(dishId),
    })),
    items: numbers.map((number) => ({
      id: dishId(number),
      name: text(`Dish number ${number}`),
      description: text('Made to order, with what the market had this morning.'),
      variants: [{ id: `variant-${number}`, priceMinor: dishPrice(number) }],
      modifierGroupIds: GROUPS,
      taxClass: 'standard',
      stationId: STATIONS[number % STATIONS.length],
      allergens: ['gluten', 'milk'],
    })),
    modifierGroups: GROUPS.map((group) => ({
      id: group,
      name: text(`Choose a ${group}`),
      kind: 'choice',
      min: 0,
      max: 2,
      freeCount: 0,
      priceRule: 'sum',
      options: OPTIONS.map((number) => ({
        id: optionId(group, number),
        name: text(`${group} ${number}`),
        priceMinor: optionPrice(number),
      })),
    })),
  };
}

const weights = Array.from({ length: DISHES }, (_, index) => 1 / (index + 1));
const total = weights.reduce((sum, weight) => sum + weight, 0);

function anyDish() {
  let left = Math.random() * total;
  return weights.findIndex((weight) => (left -= weight) < 0) + 1 || DISHES;
}

const anyOption = (group) => optionId(group, OPTIONS[Math.floor(Math.random() * OPTIONS.length)]);

/** Three different dishes with an option of each group. */
export function anyBasket() {
  const dishes = new Set();
  while (dishes.size < LINES) dishes.add(anyDish());
  return [...dishes].map((number) => ({ number, options: GROUPS.map((group) => ({ group, id: anyOption(group) })) }));
}
