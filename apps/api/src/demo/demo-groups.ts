import type { ModifierGroup, ModifierOption, Text } from '@comanda/shared';

const option = (
  id: string,
  en: string,
  de: string,
  priceMinor: number,
  more: Partial<ModifierOption<Text>> = {},
): ModifierOption<Text> => ({
  id,
  name: { en, de },
  priceMinor,
  ...more,
});

/** The groups that the dishes of the demo restaurant share. */
export const DEMO_GROUPS: readonly ModifierGroup<Text>[] = [
  {
    id: 'g-side',
    name: { en: 'Choose a side', de: 'Beilage wählen' },
    kind: 'choice',
    min: 1,
    max: 1,
    freeCount: 0,
    priceRule: 'sum',
    options: [
      option('o-potatoes', 'Salt potatoes', 'Salzkartoffeln', 0, { isDefault: true, allergens: [] }),
      option('o-rice', 'Tomato rice', 'Tomatenreis', 0, { allergens: ['celery'] }),
      option('o-fries', 'Fries', 'Pommes frites', 150, { allergens: [], modifierGroupIds: ['g-dip'] }),
    ],
  },
  {
    id: 'g-halves',
    name: { en: 'Two halves', de: 'Zwei Hälften' },
    kind: 'part',
    min: 2,
    max: 2,
    freeCount: 0,
    priceRule: 'dearest',
    options: [
      option('o-half-leek', 'Charred leek and sheep cheese', 'Gerösteter Lauch und Schafskäse', 1190, {
        allergens: ['gluten', 'milk'],
      }),
      option('o-half-mushroom', 'Mushrooms and thyme', 'Pilze und Thymian', 1090, { allergens: ['gluten'] }),
      option('o-half-chorizo', 'Chorizo and honey', 'Chorizo und Honig', 1290, { allergens: ['gluten', 'milk'] }),
      option('o-half-tomato', 'Slow tomatoes and basil', 'Schmortomaten und Basilikum', 990, { allergens: ['gluten'] }),
    ],
  },
  {
    id: 'g-dip',
    name: { en: 'Dip for the fries', de: 'Dip zu den Pommes' },
    kind: 'choice',
    min: 0,
    max: 2,
    freeCount: 0,
    priceRule: 'sum',
    options: [
      option('o-aioli', 'Aioli', 'Aioli', 80, { allergens: ['egg', 'mustard'] }),
      option('o-piri', 'Piri-piri', 'Piri-Piri', 60, { allergens: [] }),
    ],
  },
  {
    id: 'g-toppings',
    name: { en: 'Toppings, two are on us', de: 'Toppings, zwei gehen auf uns' },
    kind: 'choice',
    min: 0,
    max: 4,
    freeCount: 2,
    priceRule: 'sum',
    options: [
      option('o-olives', 'Olives', 'Oliven', 90, { allergens: [] }),
      option('o-feta', 'Sheep cheese', 'Schafskäse', 160, { allergens: ['milk'], modifierGroupIds: ['g-how'] }),
      option('o-almonds', 'Roasted almonds', 'Geröstete Mandeln', 140, { allergens: ['nuts'] }),
      option('o-capers', 'Capers', 'Kapern', 80, { allergens: [] }),
    ],
  },
  {
    id: 'g-how',
    name: { en: 'How would you like it', de: 'Wie hätten Sie es gern' },
    kind: 'choice',
    min: 0,
    max: 1,
    freeCount: 0,
    priceRule: 'sum',
    options: [
      option('o-light', 'A little', 'Wenig', 0, { allergens: [], percentOfChoice: -50 }),
      option('o-extra', 'Extra', 'Extra', 0, { allergens: [], percentOfChoice: 100 }),
      option('o-on-side', 'On the side', 'Separat gereicht', 0, { allergens: [], percentOfChoice: 0 }),
    ],
  },
  {
    id: 'g-without',
    name: { en: 'Leave out', de: 'Weglassen' },
    kind: 'removal',
    min: 0,
    freeCount: 0,
    priceRule: 'sum',
    options: [
      option('o-no-garlic', 'Garlic', 'Knoblauch', 0),
      option('o-no-coriander', 'Coriander', 'Koriander', 0),
      option('o-no-onion', 'Onion', 'Zwiebel', 0),
    ],
  },
];
