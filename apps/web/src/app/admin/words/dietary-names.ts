import type { Additive, Allergen, DietTag, Weekday } from '@comanda/shared';

/** What is declared about dishes, as the office reads it. */
export const ALLERGEN_NAMES: Readonly<Record<Allergen, string>> = {
  gluten: 'Gluten',
  crustaceans: 'Crustaceans',
  egg: 'Egg',
  fish: 'Fish',
  peanut: 'Peanuts',
  soy: 'Soy',
  milk: 'Milk',
  nuts: 'Nuts',
  celery: 'Celery',
  mustard: 'Mustard',
  sesame: 'Sesame',
  sulphites: 'Sulphites',
  lupin: 'Lupin',
  molluscs: 'Molluscs',
};

export const ADDITIVE_NAMES: Readonly<Record<Additive, string>> = {
  colourant: 'Colourant',
  preservative: 'Preservative',
  antioxidant: 'Antioxidant',
  'flavour-enhancer': 'Flavour enhancer',
  sulphured: 'Sulphured',
  blackened: 'Blackened',
  phosphate: 'Phosphate',
  'milk-protein': 'Milk protein',
  caffeine: 'Caffeine',
  quinine: 'Quinine',
  sweetener: 'Sweetener',
  phenylalanine: 'Phenylalanine',
  waxed: 'Waxed',
  'nitrite-curing-salt': 'Nitrite curing salt',
  taurine: 'Taurine',
  tartrazine: 'Tartrazine',
};

export const DIET_NAMES: Readonly<Record<DietTag, string>> = {
  vegetarian: 'Vegetarian',
  vegan: 'Vegan',
  halal: 'Halal',
  kosher: 'Kosher',
  'gluten-free': 'Gluten-free',
  'lactose-free': 'Lactose-free',
};

export const WEEKDAYS: readonly { readonly day: Weekday; readonly name: string; readonly short: string }[] = [
  { day: 1, name: 'Monday', short: 'Mon' },
  { day: 2, name: 'Tuesday', short: 'Tue' },
  { day: 3, name: 'Wednesday', short: 'Wed' },
  { day: 4, name: 'Thursday', short: 'Thu' },
  { day: 5, name: 'Friday', short: 'Fri' },
  { day: 6, name: 'Saturday', short: 'Sat' },
  { day: 7, name: 'Sunday', short: 'Sun' },
];
