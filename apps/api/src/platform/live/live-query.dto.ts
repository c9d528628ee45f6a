import { LIMITS } from '@comanda/shared';
import { IntParameter, LimitParameter } from '../http/index.js';

export class LiveQuery {
  @IntParameter({ min: 0, max: 999_999_999_999_999, description: 'The last position that you have' })
  after?: number;
}

export class EventsQuery extends LiveQuery {
  @LimitParameter(LIMITS.pageSize)
  limit?: number;
}
