import type { Minor } from '../money/currency.js';

/** Where a restaurant delivers, for how much and how fast. It is reached by its postcodes, by its outline, or by either. */
export interface DeliveryZone {
  readonly id: string;
  readonly name: string;
  /** Whole ones, or beginnings with a star: `1200-*`. */
  readonly postcodes?: readonly string[];
  /** Corners of its outline. */
  readonly outline?: readonly GeoPoint[];
  readonly feeMinor: Minor;
  /** The dishes must cost so much. */
  readonly minimumMinor: Minor;
  /** From so much on nothing is charged for the way. */
  readonly freeFromMinor?: Minor;
  /** The way from the kitchen to the guest. */
  readonly minutes: number;
  /** By which the fee is taxed; the standard class when absent. */
  readonly taxClass?: string;
}

/** Degrees, WGS 84. */
export interface GeoPoint {
  readonly latitude: number;
  readonly longitude: number;
}

export interface DeliveryAddress {
  readonly street: string;
  readonly postcode: string;
  readonly city?: string;
  /** Floor, door, bell, where to wait. */
  readonly details?: string;
  readonly position?: GeoPoint;
}

export const DELIVERY_LIMITS = {
  zones: 100,
  postcodes: 2000,
  corners: 500,
  minutes: 240,
  street: 120,
  postcode: 16,
  city: 80,
  details: 200,
} as const;

/** The first zone that reaches an address; undefined when none does. */
export function zoneOf(
  zones: readonly DeliveryZone[],
  { postcode, position }: Pick<DeliveryAddress, 'postcode' | 'position'>,
): DeliveryZone | undefined {
  const code = plainCode(postcode);
  return zones.find(
    ({ postcodes = [], outline = [] }) =>
      postcodes.some((each) => matches(each, code)) || (position !== undefined && isInside(position, outline)),
  );
}

/** What the way costs with dishes for so much. */
export function deliveryFeeMinor(
  { feeMinor, freeFromMinor }: Pick<DeliveryZone, 'feeMinor' | 'freeFromMinor'>,
  subtotalMinor: Minor,
): Minor {
  return freeFromMinor !== undefined && subtotalMinor >= freeFromMinor ? 0 : feeMinor;
}

function matches(postcode: string, code: string): boolean {
  const own = plainCode(postcode);
  if (code === '') return false;
  return own.endsWith('*') ? own.length > 1 && code.startsWith(own.slice(0, -1)) : own === code;
}

/** People write them with and without spaces, hyphens and capitals. */
function plainCode(postcode: string): string {
  return postcode.toUpperCase().replace(/[^A-Z0-9*]/g, '');
}

/** Even-odd rule: a ray from the point crosses the outline of a zone that holds it an odd number of times. */
function isInside({ latitude, longitude }: GeoPoint, outline: readonly GeoPoint[]): boolean {
  let inside = false;
  outline.forEach((corner, at) => {
    const before = outline.at(at - 1) ?? corner;
    if (corner.latitude > latitude === before.latitude > latitude) return;
    const slope = (before.longitude - corner.longitude) / (before.latitude - corner.latitude);
    if (longitude < slope * (latitude - corner.latitude) + corner.longitude) inside = !inside;
  });
  return inside;
}
