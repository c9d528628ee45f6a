export const FULFILMENT_TYPES = ['dine-in', 'pickup', 'delivery'] as const;
export type FulfilmentType = (typeof FULFILMENT_TYPES)[number];
