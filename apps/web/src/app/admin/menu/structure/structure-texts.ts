import type { GroupKind, PriceRule } from '@comanda/shared';

/** What stands on the pages of sections and of groups of choices. */
export const STRUCTURE_TEXTS = {
  failed: 'The menu could not be loaded.',
  loading: 'Loading the menu',
  retry: 'Try again',
  addSection: 'New section',
  addGroup: 'New group',
  sectionsCaption: 'Sections in the order in which guests see them',
  groupsCaption: 'Groups of choices, which dishes share',
  noSections: 'There is no section yet. Dishes stand in sections.',
  noGroups: 'There are no choices yet. Groups of choices ask for sizes of sides, extras, and what to leave out.',
  name: 'Name',
  nameIn: (language: string) => `Name (${language})`,
  descriptionIn: (language: string) => `Description (${language})`,
  dishes: 'Dishes',
  order: 'Order',
  options: 'Options',
  rule: 'Rule',
  usedBy: 'Used by',
  actions: 'Actions',
  open: (name: string) => `Change ${name}`,
  orderOf: 'Dishes in this section',
  noDishes: 'No dish stands here. A dish is put into a section on its own page.',
  untranslated: 'Not translated yet: guests read the default language.',
  kind: 'Kind',
  min: 'At least',
  max: 'At most',
  maxHint: 'Empty: no limit.',
  free: 'Free of charge',
  priceRule: 'How it is charged',
  fixedPrice: (currency: string) => `Price of the group (${currency})`,
  option: (number: number) => `Option ${number}`,
  optionName: (language: string) => `Option (${language})`,
  optionNames: 'Another name for the dish here',
  price: (currency: string) => `Price (${currency})`,
  times: 'How often',
  timesHint: 'Empty: once.',
  percent: 'Percent of the choice above',
  percentHint: 'Extra is 100, light -50, on the side 0. Empty: a price of its own.',
  energy: 'Energy (kcal)',
  isDefault: 'Chosen from the start',
  addOption: 'Add an option',
  addDish: 'Add a dish as option',
  removeOption: (name: string) => `Remove ${name}`,
  isDish: (name: string) => `${name} (dish)`,
  save: 'Save',
  create: 'Add it',
  saving: 'Saving…',
  unsaved: 'Not saved yet',
  saved: (name: string) => `${name} is saved`,
  remove: 'Delete',
  removed: (name: string) => `${name} is deleted`,
  removeUsed: (names: string) => `It can be deleted once nothing uses it. Used by: ${names}.`,
  undoFailed: 'Undo failed',
  undone: (name: string) => `${name} is as it was before`,
  reordered: (name: string, place: number, count: number) => `${name} moved to ${place} of ${count}`,
  orderFailed: 'The order could not be saved',
  orderUndone: 'The order is as it was before',
  conflict: (who: string) => `${who}. What you typed is kept: save again to set it, or close to keep theirs.`,
  gone: 'It is no longer on the menu.',
  nameMissing: 'A name is needed.',
  optionNameMissing: 'An option needs a name.',
  count: (min: number) => `A whole number from ${min} on.`,
  countOrEmpty: (min: number) => `A whole number from ${min} on, or empty.`,
  maxBelowMin: 'At most has to be as much as at least.',
  ruleWords: (min: number, max: number | undefined) =>
    max === undefined
      ? min === 0
        ? 'any number'
        : `at least ${min}`
      : min === max
        ? `exactly ${min}`
        : `${min} to ${max}`,
  optionCount: (count: number) => (count === 1 ? '1 option' : `${count} options`),
  dishCount: (count: number) => (count === 1 ? '1 dish' : `${count} dishes`),
};

export const KIND_NAMES: Readonly<Record<GroupKind, string>> = {
  choice: 'Choose',
  removal: 'Leave out',
  part: 'Parts of one dish, such as halves',
};

export const PRICE_RULE_NAMES: Readonly<Record<PriceRule, string>> = {
  sum: 'Each option at its price',
  dearest: 'The dearest option only',
  average: 'The average of the options',
  fixed: 'One price for the group',
};
