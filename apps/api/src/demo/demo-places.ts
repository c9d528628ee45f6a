import type { DeliveryZone, SlotSettings } from '@comanda/shared';

/** How the demo restaurant takes orders for later. */
export const DEMO_SLOTS: SlotSettings = {
  slotMinutes: 15,
  daysAhead: 6,
  lastOrderMinutes: 0,
  ordersPerSlot: 20,
  stationLimits: [{ stationId: 'grill', dishesPerSlot: 30 }],
};

/** Where its riders go. */
export const DEMO_ZONES: readonly DeliveryZone[] = [
  {
    id: 'near',
    name: 'Around the corner',
    postcodes: ['10115', '10117', '10119', '10178'],
    feeMinor: 250,
    minimumMinor: 1000,
    freeFromMinor: 4000,
    minutes: 15,
    taxClass: 'standard',
  },
  {
    id: 'city',
    name: 'City',
    postcodes: ['104*', '105*', '109*', '12047'],
    feeMinor: 450,
    minimumMinor: 2000,
    minutes: 30,
    taxClass: 'standard',
  },
];
