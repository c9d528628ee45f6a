/** Limits of a menu's entities, apart from the others: only the office needs them. */
export const MENU_LIMITS = {
  prepSeconds: 86_400,
  maxPerOrder: 10_000,
  spiciness: 3,
  energyKcal: 100_000,
  choices: 10_000,
  languages: 30,
  idsPerList: 2000,
  variantsPerItem: 100,
  optionsPerGroup: 500,
  rulesPerEntity: 100,
  urlLength: 500,
} as const;
