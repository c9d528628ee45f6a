import type { PauseOrderingRequest } from '@comanda/shared';
import { BooleanField, InstantField } from '../platform/http/index.js';

export class PauseOrderingDto implements PauseOrderingRequest {
  @BooleanField()
  paused!: boolean;

  @InstantField({ optional: true, description: 'When ordering goes on by itself' })
  until?: string;
}
