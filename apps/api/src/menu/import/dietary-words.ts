import { ADDITIVES, ALLERGENS, DIET_TAGS } from '@comanda/shared';
import type { Additive, Allergen, DietTag } from '@comanda/shared';

/** The stem of a German word on a menu, and the allergen of Annex II that it names. */
const ALLERGEN_STEMS: readonly (readonly [RegExp, Allergen])[] = [
  [/weizen|roggen|gerste|hafer|dinkel|gluten/, 'gluten'],
  [/krebs|krusten/, 'crustaceans'],
  [/weichtier/, 'molluscs'],
  [/fisch/, 'fish'],
  [/erdn[uü](?:ss|ß)/, 'peanut'],
  [/n[uü](?:ss|ß)|mandel|cashew|pistazie|pecan|macadamia/, 'nuts'],
  [/soja/, 'soy'],
  [/milch|laktose/, 'milk'],
  [/sellerie/, 'celery'],
  [/senf/, 'mustard'],
  [/sesam/, 'sesame'],
  [/sulfit|schwefeldioxid/, 'sulphites'],
  [/lupine/, 'lupin'],
  [/^ei\b|\beier/, 'egg'],
];

const ADDITIVE_STEMS: readonly (readonly [RegExp, Additive])[] = [
  [/farbstoff/, 'colourant'],
  [/nitritp[oö]kelsalz/, 'nitrite-curing-salt'],
  [/konservierung/, 'preservative'],
  [/antioxidation/, 'antioxidant'],
  [/geschmacksverst/, 'flavour-enhancer'],
  [/geschwefelt/, 'sulphured'],
  [/geschw[aä]rzt|gesw[aä]rtzt/, 'blackened'],
  [/phosphat/, 'phosphate'],
  [/milcheiwei/, 'milk-protein'],
  [/koffein/, 'caffeine'],
  [/chinin/, 'quinine'],
  [/s[uü](?:ss|ß)ung/, 'sweetener'],
  [/phenylalanin/, 'phenylalanine'],
  [/gewachst/, 'waxed'],
  [/taurin/, 'taurine'],
  [/tart(?:r)?azin/, 'tartrazine'],
];

const DIET_STEMS: readonly (readonly [RegExp, DietTag])[] = [
  [/vegan/, 'vegan'],
  [/vegetari/, 'vegetarian'],
  [/halal/, 'halal'],
  [/koscher|kosher/, 'kosher'],
  [/glutenfrei|gluten-free/, 'gluten-free'],
  [/laktosefrei|lactose-free/, 'lactose-free'],
];

/**
 * Surimi, the imitation of crab: minced fish, as a rule with extract of crustaceans for its taste. Where a menu names
 * only the product, both are declared: to leave one out could harm somebody, to name it too much cannot.
 */
const SURIMI = /krebs(?:fleisch)?-?\s?imitat|crab ?stick|imitation crab|surimi/;

/** The allergens that a word of a menu names, in English or German; none when it is not known. */
export function allergensOf(word: string): readonly Allergen[] {
  if (SURIMI.test(word.toLowerCase())) return ['fish', 'crustaceans'];
  return lookUp(word, ALLERGENS, ALLERGEN_STEMS);
}

export function additivesOf(word: string): readonly Additive[] {
  return lookUp(word, ADDITIVES, ADDITIVE_STEMS);
}

export function dietTagsOf(word: string): readonly DietTag[] {
  return lookUp(word, DIET_TAGS, DIET_STEMS);
}

function lookUp<Code extends string>(
  word: string,
  codes: readonly Code[],
  stems: readonly (readonly [RegExp, Code])[],
): readonly Code[] {
  const plain = word.trim().toLowerCase();
  const found = codes.find((code) => code === plain) ?? stems.find(([stem]) => stem.test(plain))?.[1];
  return found === undefined ? [] : [found];
}
