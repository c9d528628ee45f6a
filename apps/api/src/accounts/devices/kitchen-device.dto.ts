import type { CreateKitchenDeviceRequest, PairKitchenDeviceRequest } from '@comanda/shared';
import { LIMITS } from '@comanda/shared';
import { StringField } from '../../platform/http/index.js';

export class CreateKitchenDeviceDto implements CreateKitchenDeviceRequest {
  @StringField({ min: 1, max: LIMITS.guestNameLength, pattern: /\S/, example: 'Grill, left screen' })
  name!: string;

  @StringField({
    min: 1,
    max: LIMITS.idLength,
    optional: true,
    nullable: false,
    example: 'grill',
    description: 'The only station that it sees; without it all, as at the pass',
  })
  stationId?: string;
}

export class PairKitchenDeviceDto implements PairKitchenDeviceRequest {
  @StringField({ min: 6, max: 6, pattern: /^\d{6}$/, example: '482913' })
  code!: string;
}
