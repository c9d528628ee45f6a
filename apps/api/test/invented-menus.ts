import type { ForeignCategory, ForeignGroup, ForeignMenu } from '../src/menu/import/foreign-menu.js';

/** An invented noodle bar as another system would export it, in English and in German. */
export const NOODLE_BAR_EN: ForeignMenu = noodleBar('en', {
  lunch: 'Lunch',
  drinks: 'Drinks',
  broth: 'Clear broth',
  noodles: 'Crab noodles',
  bun: 'Steamed bun',
  tea: 'Roasted tea',
  small: 'Small',
  large: 'Large',
  toppings: 'Toppings',
  egg: 'Soft egg',
  glaze: 'Glaze',
  extraBun: 'With a bun',
});

export const NOODLE_BAR_DE: ForeignMenu = noodleBar('de', {
  lunch: 'Mittagstisch',
  drinks: 'Getränke',
  broth: 'Klare Brühe',
  noodles: 'Nudeln mit Krebs',
  bun: 'Dampfbrötchen',
  tea: 'Rösttee',
  small: 'Klein',
  large: 'Groß',
  toppings: 'Dazu',
  egg: 'Weiches Ei',
  glaze: 'Glasur',
  extraBun: 'Mit Dampfbrötchen',
});

type Word = 'lunch' | 'drinks' | 'broth' | 'noodles' | 'bun' | 'tea' | 'small' | 'large';
type ChoiceWord = 'toppings' | 'egg' | 'glaze' | 'extraBun';
type Words = Readonly<Record<Word | ChoiceWord, string>>;

function noodleBar(lang: string, words: Words): ForeignMenu {
  return { lang, currency: 'EUR', categories: [lunch(words), drinks(words)], groups: groups(words) };
}

function lunch(words: Words): ForeignCategory {
  return {
    id: 'c1',
    name: words.lunch,
    availability: [
      { day: 'Monday', from: '11:30', to: '14:30' },
      { day: 'friday', from: '22:00', to: '02:00' },
      { day: 'someday', from: 'noon', to: 'late' },
    ],
    items: [
      {
        id: 'p1',
        name: words.broth,
        variants: [
          { id: 'p1s', name: words.small, price: 520, group_ids: ['g1'] },
          { id: 'p1l', name: words.large, price: 780, list_price: 850, group_ids: [] },
        ],
        allergens: ['Sellerie', 'Sojabohnen', 'Sternenstaub'],
        additives: ['mit Geschmacksverstärker'],
        diet: ['vegan'],
      },
      {
        id: 'p2',
        name: words.noodles,
        variants: [{ id: 'p2', price: 1190, group_ids: ['g1', 'g2'] }],
        allergens: ['Krebsfleisch-Imitat', 'Weizen', 'Eier'],
        spiciness: 2,
      },
      { id: 'p3', name: words.bun, variants: [{ id: 'p3', price: 250 }], allergens: [], only_as_choice: true },
    ],
  };
}

function drinks(words: Words): ForeignCategory {
  return { id: 'c2', name: words.drinks, items: [{ id: 'p4', name: words.tea, variants: [{ id: 'p4', price: 340 }] }] };
}

function groups(words: Words): Readonly<Record<string, ForeignGroup>> {
  const egg = { id: 'o1', name: words.egg, price: 150, max_each: 2 };
  const bun = { id: 'o2', name: words.extraBun, price: 200, item_id: 'p3' };
  const elsewhere = { id: 'o3', name: words.glaze, price: 0, item_id: 'not-in-this-file' };
  return {
    g1: { id: 'g1', name: words.toppings, min: 0, max: 3, options: [egg, bun] },
    g2: { id: 'g2', name: words.glaze, min: 2, max: 2, options: [elsewhere] },
  };
}
