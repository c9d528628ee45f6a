import { LIMITS } from '@comanda/shared';
import { DateParameter, IntParameter, LimitParameter, StringField } from '../../platform/http/index.js';

export class BoardQuery {
  @StringField({ min: 1, max: LIMITS.idLength, optional: true, description: 'Only this station; all when absent' })
  stationId?: string;
}

/** Which of the day's tickets. */
export class DayTicketsQuery extends BoardQuery {
  @DateParameter({ description: 'The business date; today when absent' })
  businessDate?: string;

  @IntParameter({ min: 1, max: 1_000_000, description: "The order's number" })
  number?: number;

  @StringField({ min: 1, max: 100, optional: true, description: 'The nextCursor of an earlier page' })
  cursor?: string;

  @LimitParameter(50)
  limit?: number;
}

export class KitchenTimesQuery {
  @DateParameter({ description: 'First business date; from the beginning when absent' })
  from?: string;

  @DateParameter({ description: 'Last business date; to the end when absent' })
  to?: string;
}
