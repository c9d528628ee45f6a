import type { DeliveryAddress, DeliveryZone } from './delivery-zone.js';

/** `POST /locations/{id}/delivery-checks`: would you come here? Nothing is stored. */
export interface DeliveryCheckRequest {
  readonly address: Pick<DeliveryAddress, 'postcode' | 'position'>;
}

export interface DeliveryCheckView {
  readonly delivers: boolean;
  /** Absent where nobody comes. */
  readonly zone?: DeliveryZoneView;
}

/** What a guest may know of the zone. */
export type DeliveryZoneView = Omit<DeliveryZone, 'postcodes' | 'outline'>;
