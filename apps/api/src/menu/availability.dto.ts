import { LIMITS } from '@comanda/shared';
import { InstantField, IntField, StringField } from '../platform/http/index.js';

export class SuspendDto {
  @InstantField({ optional: true, description: 'When it is on sale again by itself' })
  until?: string;

  @StringField({ min: 1, max: LIMITS.reasonLength, optional: true })
  reason?: string;
}

export class CountdownDto {
  @IntField({ min: 0, max: LIMITS.countdown, description: 'Portions that are left' })
  remaining!: number;
}
