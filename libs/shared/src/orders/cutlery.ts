import { LIMITS } from '../limits.js';
import type { FulfilmentType } from './fulfilment.js';

/** Whether a restaurant packs cutlery and napkins: asks each guest, or begins with yes or no, or has none to give. */
export const CUTLERY_OFFERS = ['not-offered', 'ask', 'default-off', 'default-on'] as const;
export type CutleryOffer = (typeof CUTLERY_OFFERS)[number];

/** True where guests are asked: what is eaten in the house needs no packing. */
export function asksForCutlery(offer: CutleryOffer | undefined, type: FulfilmentType): boolean {
  return offer !== undefined && offer !== 'not-offered' && type !== 'dine-in';
}

/** How many sets a guest's form begins with; null: the guest has to say. */
export function usualCutlery(offer: CutleryOffer, people: number): number | null {
  if (offer === 'ask') return null;
  return offer === 'default-on' ? Math.min(Math.max(1, people), LIMITS.cutlerySets) : 0;
}

/** How many sets an order keeps: what was said where it is asked for. Null: nothing was said, or nothing is packed. */
export function cutleryOf(offer: CutleryOffer, type: FulfilmentType, said: number | undefined): number | null {
  return asksForCutlery(offer, type) ? (said ?? null) : null;
}
