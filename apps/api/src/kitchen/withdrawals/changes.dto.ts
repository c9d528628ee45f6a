import type { ChangeLineRequest, WithdrawLineRequest } from '@comanda/shared';
import { KITCHEN_ANSWERS, LIMITS } from '@comanda/shared';
import { EnumField, StringField } from '../../platform/http/index.js';

export class WithdrawLineDto implements WithdrawLineRequest {
  @StringField({ min: 1, max: LIMITS.reasonLength, pattern: /\S/, example: 'The guest does not want it any more' })
  reason!: string;

  @EnumField(KITCHEN_ANSWERS, { optional: true, description: 'Without it the cooks are asked' })
  kitchenAnswer?: (typeof KITCHEN_ANSWERS)[number];
}

export class ChangeLineDto implements ChangeLineRequest {
  @StringField({ min: 1, max: LIMITS.lineNoteLength, pattern: /\S/, example: 'medium instead of rare' })
  note!: string;
}
