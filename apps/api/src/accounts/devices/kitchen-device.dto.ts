import type { AskPairingCodeRequest, BeatRequest, OpenScreen, PairKitchenDeviceRequest } from '@comanda/shared';
import { LIMITS } from '@comanda/shared';
import { EnumField, ObjectField, StringField } from '../../platform/http/index.js';

export class AskPairingCodeDto implements AskPairingCodeRequest {
  @EnumField(['kitchen'], { description: 'Where it hangs' })
  screen!: 'kitchen';
}

export class OpenScreenDto implements OpenScreen {
  @StringField({ min: 16, max: 40, pattern: /^[\w-]+$/, example: '0190f6a4-7c1b-7d3e-9b1a-5f2c8e4d6a7b' })
  id!: string;

  @StringField({ min: 1, max: LIMITS.guestNameLength, pattern: /\S/, example: 'Grill' })
  name!: string;

  @StringField({ min: 1, max: LIMITS.idLength, optional: true, nullable: false, example: 'grill' })
  stationId?: string;
}

export class BeatDto implements BeatRequest {
  @EnumField(['live', 'closed'], {
    description: 'A screen whose board is not live is silent; one that a person puts away is missed no more',
  })
  board!: 'live' | 'closed';

  @ObjectField(() => OpenScreenDto, {
    optional: true,
    description: 'Of a screen that a person has logged in, so that it is missed too',
  })
  screen?: OpenScreenDto;
}

export class PairKitchenDeviceDto implements PairKitchenDeviceRequest {
  @StringField({ min: 6, max: 6, pattern: /^\d{6}$/, example: '482913', description: 'What the screen shows' })
  code!: string;

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
