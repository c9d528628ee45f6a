import { MENU_FORMAT } from '@comanda/shared';
import type { Allergen, DietTag, Item, MenuDocument, RecipeLine, Text } from '@comanda/shared';
import { DEMO_GROUPS } from './demo-groups.js';
import { DEMO_INGREDIENTS, DEMO_RECIPES } from './demo-recipes.js';

interface Dish {
  readonly section: string;
  readonly id: string;
  readonly en: string;
  readonly de: string;
  /** What comes with it, in English and German. */
  readonly about: readonly [string, string];
  readonly priceMinor: number;
  /** A larger size, where there is one. */
  readonly largeMinor?: number;
  readonly station: 'grill' | 'cold' | 'bar';
  readonly allergens?: readonly Allergen[];
  readonly diet?: readonly DietTag[];
  readonly groups?: readonly string[];
}

const SECTIONS: readonly (readonly [string, string, string])[] = [
  ['s-small', 'Small plates', 'Kleine Teller'],
  ['s-grill', 'From the embers', 'Aus der Glut'],
  ['s-bowls', 'Bowls and salads', 'Schalen und Salate'],
  ['s-sweet', 'Sweet', 'Süßes'],
  ['s-drinks', 'Drinks', 'Getränke'],
];

const VEGAN: readonly DietTag[] = ['vegan', 'vegetarian'];
const MEATLESS: readonly DietTag[] = ['vegetarian'];
const MAIN = ['g-side', 'g-without'];

const DISHES: readonly Dish[] = [
  {
    section: 's-small',
    id: 'leeks',
    en: 'Charred leeks',
    de: 'Verkohlter Lauch',
    about: ['with romesco and hazelnuts', 'mit Romesco und Haselnüssen'],
    priceMinor: 890,
    station: 'grill',
    allergens: ['nuts'],
    diet: VEGAN,
  },
  {
    section: 's-small',
    id: 'prawns',
    en: 'Garlic prawns',
    de: 'Knoblauchgarnelen',
    about: ['in hot oil with bread', 'in heißem Öl mit Brot'],
    priceMinor: 1290,
    station: 'grill',
    allergens: ['crustaceans', 'gluten'],
    groups: ['g-without'],
  },
  {
    section: 's-small',
    id: 'croquettes',
    en: 'Mushroom croquettes',
    de: 'Pilzkroketten',
    about: ['six pieces, lemon', 'sechs Stück, Zitrone'],
    priceMinor: 790,
    station: 'grill',
    allergens: ['gluten', 'milk', 'egg'],
    diet: MEATLESS,
  },
  {
    section: 's-small',
    id: 'bread',
    en: 'Sourdough and green olive oil',
    de: 'Sauerteigbrot und grünes Olivenöl',
    about: ['baked this morning', 'heute Morgen gebacken'],
    priceMinor: 450,
    station: 'cold',
    allergens: ['gluten'],
    diet: VEGAN,
  },
  {
    section: 's-grill',
    id: 'chicken',
    en: 'Piri-piri chicken',
    de: 'Piri-Piri-Huhn',
    about: ['half a bird, two days in the marinade', 'ein halbes Huhn, zwei Tage mariniert'],
    priceMinor: 1690,
    station: 'grill',
    allergens: [],
    groups: MAIN,
  },
  {
    section: 's-grill',
    id: 'bream',
    en: 'Grilled sea bream',
    de: 'Gegrillte Dorade',
    about: ['whole, with fennel', 'im Ganzen, mit Fenchel'],
    priceMinor: 2290,
    station: 'grill',
    allergens: ['fish'],
    groups: MAIN,
  },
  {
    section: 's-grill',
    id: 'flank',
    en: 'Flank steak',
    de: 'Flanksteak',
    about: ['with salsa verde', 'mit Salsa verde'],
    priceMinor: 2390,
    largeMinor: 2990,
    station: 'grill',
    allergens: ['mustard'],
    groups: MAIN,
  },
  {
    section: 's-grill',
    id: 'cauliflower',
    en: 'Whole roasted cauliflower',
    de: 'Gerösteter Blumenkohl',
    about: ['with tahini and pomegranate', 'mit Tahin und Granatapfel'],
    priceMinor: 1490,
    station: 'grill',
    allergens: ['sesame'],
    diet: VEGAN,
    groups: MAIN,
  },
  {
    section: 's-grill',
    id: 'flatbread',
    en: 'Flatbread of two halves',
    de: 'Fladenbrot aus zwei Hälften',
    about: ['blistered in the fire, you choose both sides', 'im Feuer gebacken, beide Seiten nach Wahl'],
    priceMinor: 0,
    station: 'grill',
    allergens: ['gluten'],
    groups: ['g-halves'],
  },
  {
    section: 's-bowls',
    id: 'garden',
    en: 'Garden salad',
    de: 'Gartensalat',
    about: ['leaves, radish, herbs', 'Blätter, Radieschen, Kräuter'],
    priceMinor: 790,
    largeMinor: 1190,
    station: 'cold',
    allergens: ['mustard'],
    diet: VEGAN,
    groups: ['g-toppings', 'g-without'],
  },
  {
    section: 's-bowls',
    id: 'grain',
    en: 'Warm grain bowl',
    de: 'Warme Getreideschale',
    about: ['barley, squash, yoghurt', 'Gerste, Kürbis, Joghurt'],
    priceMinor: 1290,
    station: 'cold',
    allergens: ['gluten', 'milk'],
    diet: MEATLESS,
    groups: ['g-toppings'],
  },
  {
    section: 's-bowls',
    id: 'tuna',
    en: 'Tuna and white beans',
    de: 'Thunfisch und weiße Bohnen',
    about: ['with red onion', 'mit roter Zwiebel'],
    priceMinor: 1390,
    station: 'cold',
    allergens: ['fish'],
    groups: ['g-toppings', 'g-without'],
  },
  {
    section: 's-bowls',
    id: 'gazpacho',
    en: 'Chilled tomato soup',
    de: 'Kalte Tomatensuppe',
    about: ['with cucumber and croutons', 'mit Gurke und Croutons'],
    priceMinor: 690,
    station: 'cold',
    allergens: ['gluten', 'celery'],
    diet: VEGAN,
    groups: ['g-without'],
  },
  {
    section: 's-sweet',
    id: 'custard',
    en: 'Burnt custard tart',
    de: 'Gebrannte Puddingtarte',
    about: ['still warm', 'noch warm'],
    priceMinor: 420,
    station: 'cold',
    allergens: ['gluten', 'egg', 'milk'],
    diet: MEATLESS,
  },
  {
    section: 's-sweet',
    id: 'mousse',
    en: 'Chocolate and sea salt',
    de: 'Schokolade und Meersalz',
    about: ['a dark mousse', 'eine dunkle Mousse'],
    priceMinor: 650,
    station: 'cold',
    allergens: ['egg', 'milk', 'soy'],
    diet: MEATLESS,
  },
  {
    section: 's-sweet',
    id: 'orange',
    en: 'Orange, honey, thyme',
    de: 'Orange, Honig, Thymian',
    about: ['sliced to order', 'frisch geschnitten'],
    priceMinor: 520,
    station: 'cold',
    allergens: [],
    diet: MEATLESS,
  },
  {
    section: 's-drinks',
    id: 'lemonade',
    en: 'House lemonade',
    de: 'Hauslimonade',
    about: ['lemon and mint', 'Zitrone und Minze'],
    priceMinor: 390,
    largeMinor: 520,
    station: 'bar',
    allergens: [],
    diet: VEGAN,
  },
  {
    section: 's-drinks',
    id: 'water',
    en: 'Sparkling water',
    de: 'Sprudelwasser',
    about: ['from the tap, chilled', 'gekühlt gezapft'],
    priceMinor: 250,
    largeMinor: 450,
    station: 'bar',
    allergens: [],
    diet: VEGAN,
  },
  {
    section: 's-drinks',
    id: 'white',
    en: 'Glass of white wine',
    de: 'Glas Weißwein',
    about: ['dry, 0.2 l', 'trocken, 0,2 l'],
    priceMinor: 620,
    station: 'bar',
    allergens: ['sulphites'],
  },
  {
    section: 's-drinks',
    id: 'beer',
    en: 'Pale lager',
    de: 'Helles',
    about: ['on tap', 'vom Fass'],
    priceMinor: 380,
    largeMinor: 480,
    station: 'bar',
    allergens: ['gluten'],
    diet: VEGAN,
  },
  {
    section: 's-drinks',
    id: 'coffee',
    en: 'Espresso',
    de: 'Espresso',
    about: ['short and strong', 'kurz und kräftig'],
    priceMinor: 260,
    station: 'bar',
    allergens: [],
    diet: VEGAN,
  },
];

/** The menu of the demo restaurant. */
export function demoMenu(): MenuDocument {
  return {
    format: MENU_FORMAT,
    currency: 'EUR',
    defaultLanguage: 'en',
    languages: ['en', 'de'],
    sections: SECTIONS.map(([id, en, de]) => ({
      id,
      name: { en, de },
      itemIds: DISHES.filter(({ section }) => section === id).map((dish) => dish.id),
    })),
    items: DISHES.map(toItem),
    modifierGroups: DEMO_GROUPS.map((group) => ({ ...group, options: group.options.map(withRecipe) })),
    ingredients: DEMO_INGREDIENTS,
  };
}

function toItem(dish: Dish): Item<Text> {
  const { id, en, de, about, priceMinor, largeMinor, station, allergens, diet, groups } = dish;
  const [aboutEn, aboutDe] = about;
  return withRecipe({
    id,
    name: { en, de },
    description: { en: aboutEn, de: aboutDe },
    variants:
      largeMinor === undefined
        ? [{ id: `${id}-1`, priceMinor }]
        : [
            withRecipe({ id: `${id}-1`, name: { en: 'Regular', de: 'Normal' }, priceMinor }),
            withRecipe({ id: `${id}-2`, name: { en: 'Large', de: 'Groß' }, priceMinor: largeMinor }),
          ],
    modifierGroupIds: groups ?? [],
    taxClass: station === 'bar' ? 'standard' : 'reduced',
    stationId: station,
    ...(allergens === undefined ? {} : { allergens }),
    ...(diet === undefined ? {} : { dietTags: diet }),
  });
}

function withRecipe<T extends { readonly id: string }>(entity: T): T & { readonly recipe?: readonly RecipeLine[] } {
  const recipe = DEMO_RECIPES[entity.id];
  return recipe === undefined ? entity : { ...entity, recipe };
}
