import type { SuspendableKind } from '@comanda/shared';

/** What stands on the board of what is sold out. */
export const SOLD_OUT_TEXTS = {
  heading: 'Sold out',
  offSale: 'Off sale now',
  low: 'Portions counted',
  take: 'Take something off sale',
  search: 'Dish, size or option',
  searchHint: 'Type a part of the name, then press what is gone.',
  nothingFound: (text: string) => `Nothing on the menu matches “${text}”.`,
  allOnSale: 'Everything is on sale.',
  none: 'No portions are counted.',
  name: 'What',
  cause: 'Why',
  until: 'Until',
  since: 'Since',
  left: 'Left',
  actions: 'Actions',
  putBack: 'Put back',
  change: 'Change',
  stopCounting: 'Stop counting',
  soldOut: 'Off sale',
  untilLifted: 'until it is put back',
  countdown: 'The last portion was sold',
  because: (ingredients: string) => `Because of ${ingredients}`,
  fallsWith: (names: string) => `Also off sale: ${names}`,
  untilReceived: 'until it is received',
  toStock: 'To the stock',
  by: (name: string) => `by ${name}`,
  more: (count: number) => `${count} more. Type more of the name.`,
  loading: 'Loading what is off sale',
  failed: 'What is off sale could not be loaded.',
  stale: 'Could not be refreshed; this is what was last known.',
  retry: 'Try again',
  undo: 'Undo',
  done: {
    off: (name: string) => `${name} is off sale`,
    back: (name: string) => `${name} is on sale again`,
    counted: (name: string, count: number) => `${name}: ${count} left`,
    uncounted: (name: string) => `${name} is no longer counted`,
  },
};

export const KIND_NAMES: Readonly<Record<SuspendableKind, string>> = {
  item: 'Dish',
  variant: 'Size',
  option: 'Option',
};

/** What stands on the sheet that takes one thing off sale. */
export const SUSPEND_TEXTS = {
  legend: 'How',
  untilLifted: 'Off sale until somebody puts it back',
  untilTomorrow: (time: string) => `Off sale until tomorrow, ${time}`,
  untilTime: 'Off sale until a time',
  count: 'On sale, but only so many are left',
  time: 'On sale again at',
  timeMissing: 'Choose a time in the future.',
  portions: 'Portions left',
  portionsWrong: 'A whole number from 0 to 100,000.',
  reason: 'Reason (for the team)',
  alsoFalls: (groups: string) => `It can then not be chosen in: ${groups}.`,
  save: 'Save',
  offline: 'No network: this cannot be changed now.',
};
