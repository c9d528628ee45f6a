import type { KeepOrderRequest } from '@comanda/shared';
import { GUEST_LIMITS } from '@comanda/shared';
import { LimitParameter, StringField } from '../../platform/http/index.js';

export class KeepOrderDto implements KeepOrderRequest {
  @StringField({ min: 1, max: GUEST_LIMITS.token, example: 'Zc8Q1rT5yU9iO3pA7sD2fG' })
  trackingToken!: string;
}

export class HistoryQueryDto {
  @StringField({ min: 1, max: 100, optional: true, description: 'The nextCursor of an earlier page' })
  cursor?: string;

  @LimitParameter(20)
  limit?: number;
}
