import type { DeliveryAddress, DeliveryCheckRequest, GeoPoint } from '@comanda/shared';
import { DELIVERY_LIMITS } from '@comanda/shared';
import { DegreesField, ObjectField, StringField } from '../platform/http/index.js';

export class GeoPointDto implements GeoPoint {
  @DegreesField({ most: 90, example: 52.52 })
  latitude!: number;

  @DegreesField({ most: 180, example: 13.4 })
  longitude!: number;
}

export class PlaceToDeliverDto implements Pick<DeliveryAddress, 'postcode' | 'position'> {
  @StringField({ min: 1, max: DELIVERY_LIMITS.postcode, example: '10115' })
  postcode!: string;

  @ObjectField(() => GeoPointDto, { optional: true })
  position?: GeoPointDto;
}

export class DeliveryAddressDto extends PlaceToDeliverDto implements DeliveryAddress {
  @StringField({ min: 1, max: DELIVERY_LIMITS.street, example: 'Torstrasse 1' })
  street!: string;

  @StringField({ max: DELIVERY_LIMITS.city, optional: true })
  city?: string;

  @StringField({ max: DELIVERY_LIMITS.details, optional: true, description: 'Floor, door, bell' })
  details?: string;
}

export class DeliveryCheckDto implements DeliveryCheckRequest {
  @ObjectField(() => PlaceToDeliverDto)
  address!: PlaceToDeliverDto;
}
