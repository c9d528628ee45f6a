import { LIMITS } from '@comanda/shared';
import { StringField } from '../platform/http/index.js';

export class BoardQuery {
  @StringField({ min: 1, max: LIMITS.idLength, optional: true })
  stationId?: string;
}
