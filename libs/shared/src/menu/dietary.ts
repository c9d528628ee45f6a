/** The fourteen allergens that must be declared in the EU: Regulation (EU) No 1169/2011, Annex II. */
export const ALLERGENS = [
  'gluten',
  'crustaceans',
  'egg',
  'fish',
  'peanut',
  'soy',
  'milk',
  'nuts',
  'celery',
  'mustard',
  'sesame',
  'sulphites',
  'lupin',
  'molluscs',
] as const;
export type Allergen = (typeof ALLERGENS)[number];

/** Additives as they are declared on menus in Germany, Austria and elsewhere (LMZDV section 5). */
export const ADDITIVES = [
  'colourant',
  'preservative',
  'antioxidant',
  'flavour-enhancer',
  'sulphured',
  'blackened',
  'phosphate',
  'milk-protein',
  'caffeine',
  'quinine',
  'sweetener',
  'phenylalanine',
  'waxed',
  'nitrite-curing-salt',
  'taurine',
  'tartrazine',
] as const;
export type Additive = (typeof ADDITIVES)[number];

export const DIET_TAGS = ['vegetarian', 'vegan', 'halal', 'kosher', 'gluten-free', 'lactose-free'] as const;
export type DietTag = (typeof DIET_TAGS)[number];
