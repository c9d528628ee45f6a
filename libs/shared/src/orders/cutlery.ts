import type { FulfilmentType } from './fulfilment.js';

/** Whether a restaurant packs cutlery and napkins: asks each guest, or begins with yes or no, or has none to give. */
export const CUTLERY_OFFERS = ['not-offered', 'ask', 'default-off', 'default-on'] as const;
export type CutleryOffer = (typeof CUTLERY_OFFERS)[number];

/** The most that one order asks for; apart from the other limits, because the guest's first load needs none of it. */
export const CUTLERY_SETS = 50;

/** True where guests are asked: what is eaten in the house needs no packing. */
export function asksForCutlery(offer: CutleryOffer | undefined, type: FulfilmentType): boolean {
  return offer !== undefined && offer !== 'not-offered' && type !== 'dine-in';
}

/** How many sets a guest's form begins with; null: the guest has to say. */
export function usualCutlery(offer: CutleryOffer, people: number): number | null {
  if (offer === 'ask') return null;
  return offer === 'default-on' ? Math.min(Math.max(1, people), CUTLERY_SETS) : 0;
}

/** How many sets an order keeps: what was said where it is asked for. Null: nothing was said, or nothing is packed. */
export function cutleryOf(offer: CutleryOffer, type: FulfilmentType, said: number | undefined): number | null {
  return asksForCutlery(offer, type) ? (said ?? null) : null;
}
