import type { Allergen, BookStockRequest, Ingredient, RecipeLine, StockUnit, Text } from '@comanda/shared';

interface Stocked {
  readonly id: string;
  readonly en: string;
  readonly de: string;
  readonly unit: StockUnit;
  readonly allergens: readonly Allergen[];
  /** What is in the house, in the unit; not counted when absent. */
  readonly onHand?: number;
  /** From here down it is low. */
  readonly low?: number;
}

const STOCKED: readonly Stocked[] = [
  { id: 'chicken', en: 'Chicken', de: 'Huhn', unit: 'piece', allergens: [], onHand: 30, low: 6 },
  { id: 'bream', en: 'Sea bream', de: 'Dorade', unit: 'piece', allergens: ['fish'], onHand: 24, low: 6 },
  { id: 'flank', en: 'Flank steak', de: 'Flanksteak', unit: 'g', allergens: [], onHand: 9000, low: 2000 },
  { id: 'potatoes', en: 'Potatoes', de: 'Kartoffeln', unit: 'g', allergens: [], onHand: 40_000, low: 5000 },
  { id: 'feta', en: 'Sheep cheese', de: 'Schafskäse', unit: 'g', allergens: ['milk'], onHand: 2000, low: 500 },
  { id: 'almonds', en: 'Almonds', de: 'Mandeln', unit: 'g', allergens: ['nuts'], onHand: 450, low: 500 },
  { id: 'lager', en: 'Pale lager', de: 'Helles', unit: 'ml', allergens: ['gluten'], onHand: 50_000, low: 10_000 },
  { id: 'fennel', en: 'Fennel', de: 'Fenchel', unit: 'g', allergens: [] },
  { id: 'garlic', en: 'Garlic', de: 'Knoblauch', unit: 'g', allergens: [] },
  { id: 'onion', en: 'Onions', de: 'Zwiebeln', unit: 'g', allergens: [] },
];

const takes = (ingredientId: string, amount: number): RecipeLine => ({
  ingredientId,
  quantityMilli: amount * 1000,
});

/** What the demo restaurant buys and keeps. */
export const DEMO_INGREDIENTS: readonly Ingredient<Text>[] = STOCKED.map(({ id, en, de, unit, allergens }) => ({
  id,
  name: { en, de },
  unit,
  allergens,
}));

/** By the ids of items, sizes and options; half a bird is half a piece. */
export const DEMO_RECIPES: Readonly<Record<string, readonly RecipeLine[]>> = {
  chicken: [takes('chicken', 0.5), takes('garlic', 6)],
  bream: [takes('bream', 1), takes('fennel', 80), takes('garlic', 4)],
  flank: [takes('flank', 200), takes('onion', 30)],
  'flank-2': [takes('flank', 300), takes('onion', 30)],
  'beer-1': [takes('lager', 300)],
  'beer-2': [takes('lager', 500)],
  'o-potatoes': [takes('potatoes', 220)],
  'o-fries': [takes('potatoes', 260)],
  'o-feta': [takes('feta', 40)],
  'o-almonds': [takes('almonds', 15)],
  'o-no-garlic': [{ ingredientId: 'garlic' }],
  'o-no-onion': [{ ingredientId: 'onion' }],
};

/** The first count. */
export const DEMO_COUNTS: readonly BookStockRequest[] = STOCKED.flatMap(({ id, onHand }) =>
  onHand === undefined ? [] : [{ ingredientId: id, kind: 'count', quantityMilli: onHand * 1000 }],
);

/** From where on the demo restaurant wants to be warned. */
export const DEMO_WARNINGS: readonly { readonly ingredientId: string; readonly lowMilli: number }[] = STOCKED.flatMap(
  ({ id, low }) => (low === undefined ? [] : [{ ingredientId: id, lowMilli: low * 1000 }]),
);
