import type { AskPairingCodeRequest, BeatRequest, PairKitchenDeviceRequest } from '@comanda/shared';
import { LIMITS } from '@comanda/shared';
import { EnumField, StringField } from '../../platform/http/index.js';

export class AskPairingCodeDto implements AskPairingCodeRequest {
  @EnumField(['kitchen'], { description: 'Where it hangs' })
  screen!: 'kitchen';
}

export class BeatDto implements BeatRequest {
  @EnumField(['live'], { description: 'What it shows; a screen whose board is not live is silent' })
  board!: 'live';
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
