import type {
  ChangeLineRequest,
  QuoteReplacementRequest,
  ReplaceLineRequest,
  WithdrawLineRequest,
} from '@comanda/shared';
import { KITCHEN_ANSWERS, LIMITS } from '@comanda/shared';
import { BasketLineDto } from '../../orders/index.js';
import { EnumField, IntField, ObjectField, StringField } from '../../platform/http/index.js';

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

export class QuoteReplacementDto implements QuoteReplacementRequest {
  @ObjectField(() => BasketLineDto, {
    description: 'Guest, allergies and course are those of the old dish, unless it says otherwise',
  })
  line!: BasketLineDto;
}

export class ReplaceLineDto extends QuoteReplacementDto implements ReplaceLineRequest {
  @StringField({
    min: 1,
    max: LIMITS.reasonLength,
    pattern: /\S/,
    optional: true,
    description: "What the cooks read on the old dish; without it the new dish's name",
  })
  reason?: string;

  @EnumField(KITCHEN_ANSWERS, { optional: true, description: 'Without it the cooks are asked' })
  kitchenAnswer?: (typeof KITCHEN_ANSWERS)[number];

  @IntField({
    min: -LIMITS.totalMinor,
    max: LIMITS.totalMinor,
    optional: true,
    description: 'The difference that the guest was told; another one is refused as `price_changed`',
  })
  expectedDifferenceMinor?: number;
}
