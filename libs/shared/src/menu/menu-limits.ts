/** Limits of a menu's entities, apart from the others: only the office needs them. */
export const MENU_LIMITS = {
  prepSeconds: 86_400,
  maxPerOrder: 10_000,
  /** Thirty days. */
  leadMinutes: 43_200,
  cutoffMinute: 1440,
  spiciness: 3,
  energyKcal: 100_000,
  percentOfChoice: { least: -100, most: 500 },
  choices: 10_000,
  languages: 30,
  idsPerList: 2000,
  variantsPerItem: 100,
  optionsPerGroup: 500,
  rulesPerEntity: 100,
  urlLength: 500,
} as const;

/** A language tag of BCP 47, as far as menus need it: `en`, `de-AT`, `zh-Hant`. */
export const LANGUAGE_TAG = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/;
