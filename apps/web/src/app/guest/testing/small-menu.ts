import type { AvailabilityView, LocationView, MenuView, ModifierGroup } from '@comanda/shared';

/** A restaurant that is open, and a menu with one of each: nothing to choose, defaults, a required choice, sizes. */
export const LOCATION: LocationView = {
  id: 'loc',
  name: 'Saffron',
  timezone: 'Europe/Lisbon',
  currency: 'EUR',
  languages: ['en'],
  defaultLanguage: 'en',
  fulfilmentTypes: ['pickup', 'dine-in'],
  taxInclusive: true,
  openingHours: [],
  acceptingOrders: true,
  seedColour: '#b5361c',
  tipPercents: [5, 10],
  cutlery: 'not-offered',
  readyMinutes: { from: 15, until: 25 },
};

const GROUP = { kind: 'choice', min: 0, freeCount: 0, priceRule: 'sum' } as const;

const GROUPS: readonly ModifierGroup<string>[] = [
  {
    ...GROUP,
    id: 'side',
    name: 'Side',
    min: 1,
    max: 1,
    options: [
      { id: 'rice', name: 'Rice', priceMinor: 0, allergens: [] },
      { id: 'fries', name: 'Fries', priceMinor: 150, modifierGroupIds: ['dip'], allergens: [] },
    ],
  },
  {
    ...GROUP,
    id: 'dip',
    name: 'Dip',
    min: 1,
    max: 1,
    options: [
      { id: 'aioli', name: 'Aioli', priceMinor: 80, allergens: ['egg'] },
      { id: 'salsa', name: 'Salsa', priceMinor: 60 },
    ],
  },
  {
    ...GROUP,
    id: 'heat',
    name: 'Heat',
    min: 1,
    max: 1,
    options: [
      { id: 'mild', name: 'Mild', priceMinor: 0, isDefault: true, allergens: [] },
      { id: 'hot', name: 'Hot', priceMinor: 0, allergens: [] },
    ],
  },
  { ...GROUP, id: 'out', name: 'Leave out', kind: 'removal', options: [{ id: 'onion', name: 'Onion', priceMinor: 0 }] },
];

const ITEM = { modifierGroupIds: [], taxClass: 'standard', allergens: [] } as const;

export const MENU: MenuView = {
  revision: 1,
  checksum: 'c1',
  language: 'en',
  defaultLanguage: 'en',
  languages: ['en'],
  currency: 'EUR',
  taxInclusive: true,
  taxRates: { standard: { 'dine-in': 190_000, pickup: 70_000, delivery: 70_000 } },
  sections: [{ id: 'all', name: 'All', itemIds: ['leeks', 'curry', 'burger', 'wine'] }],
  items: [
    { ...ITEM, id: 'leeks', name: 'Leeks', variants: [{ id: 'leeks-v', priceMinor: 890 }], allergens: ['nuts'] },
    {
      ...ITEM,
      id: 'curry',
      name: 'Curry',
      variants: [{ id: 'curry-v', priceMinor: 1200 }],
      modifierGroupIds: ['heat'],
    },
    {
      ...ITEM,
      id: 'burger',
      name: 'Burger',
      variants: [{ id: 'burger-v', priceMinor: 1500 }],
      modifierGroupIds: ['side', 'out'],
    },
    {
      id: 'wine',
      name: 'Wine',
      modifierGroupIds: [],
      taxClass: 'standard',
      variants: [
        { id: 'glass', name: 'Glass', priceMinor: 600 },
        { id: 'bottle', name: 'Bottle', priceMinor: 2400 },
      ],
    },
  ],
  modifierGroups: GROUPS,
};

export const EVERYTHING_ON_SALE: AvailabilityView = { version: 1, suspensions: [], countdowns: [] };
