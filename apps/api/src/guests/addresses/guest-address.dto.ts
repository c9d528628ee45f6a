import type { GuestAddressRequest } from '@comanda/shared';
import { GUEST_LIMITS } from '@comanda/shared';
import { DeliveryAddressDto } from '../../locations/index.js';
import { BooleanField, ObjectField, StringField } from '../../platform/http/index.js';

export class GuestAddressDto implements GuestAddressRequest {
  @StringField({ max: GUEST_LIMITS.addressLabel, optional: true, example: 'Home' })
  label?: string;

  @ObjectField(() => DeliveryAddressDto)
  address!: DeliveryAddressDto;

  @BooleanField({ optional: true, description: 'The checkout begins with it; the first address is it in any case' })
  isDefault?: boolean;
}
