import type { AcknowledgeRequest } from '@comanda/shared';
import { KITCHEN_ANSWERS, LIMITS } from '@comanda/shared';
import { EnumField, StringField } from '../../platform/http/index.js';

export class AcknowledgeDto implements AcknowledgeRequest {
  @EnumField(KITCHEN_ANSWERS, { optional: true, description: 'Needed when something had been started' })
  answer?: (typeof KITCHEN_ANSWERS)[number];

  @StringField({ min: 1, max: LIMITS.idLength, optional: true, description: 'One line only; without it all that wait' })
  lineId?: string;
}
