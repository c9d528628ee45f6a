import type {
  CallRequest,
  CloseSittingRequest,
  MergeSittingRequest,
  SettleSittingRequest,
  TransferSittingRequest,
} from '@comanda/shared';
import { CALL_KINDS, LIMITS, PAYMENT_METHODS } from '@comanda/shared';
import { EnumField, IntField, StringField } from '../platform/http/index.js';

const ID = { min: 1, max: LIMITS.idLength };

export class CallDto implements CallRequest {
  @EnumField(CALL_KINDS)
  kind!: (typeof CALL_KINDS)[number];
}

export class TransferSittingDto implements TransferSittingRequest {
  @StringField(ID)
  tableId!: string;
}

export class MergeSittingDto implements MergeSittingRequest {
  @StringField({ ...ID, description: 'The sitting that goes on, with the rounds of both' })
  intoId!: string;
}

export class SettleSittingDto implements SettleSittingRequest {
  @EnumField(PAYMENT_METHODS)
  method!: (typeof PAYMENT_METHODS)[number];

  @IntField({ min: 1, max: LIMITS.totalMinor, description: 'What the guests were told that they owe' })
  amountMinor!: number;
}

export class CloseSittingDto implements CloseSittingRequest {
  @StringField({
    min: 1,
    max: LIMITS.reasonLength,
    pattern: /\S/,
    optional: true,
    description: 'Needed while money is owed',
  })
  reason?: string;
}
