import type { OrderState } from '@comanda/shared';
import { isOpen, ORDER_STATES } from '@comanda/shared';
import {
  BooleanParameter,
  DateParameter,
  EnumListParameter,
  LimitParameter,
  StringField,
} from '../platform/http/index.js';

const WANTED = ['open', ...ORDER_STATES] as const;

/** What a list of orders may be narrowed to. */
export class OrderListQuery {
  @EnumListParameter(WANTED, { description: 'One or several; "open" stands for every state that is not an end' })
  state?: (typeof WANTED)[number][];

  @DateParameter({ description: 'Only this business date; all when absent' })
  businessDate?: string;

  @BooleanParameter({
    description:
      'Of the last two days those about which the kitchen has not answered in time, or those about which it has',
  })
  kitchenUnanswered?: 'true' | 'false';

  @StringField({ min: 1, max: 100, optional: true, description: 'The nextCursor of an earlier page' })
  cursor?: string;

  @LimitParameter(50)
  limit?: number;
}

export class DailySalesQuery {
  @DateParameter({ description: 'First business date; from the beginning when absent' })
  from?: string;

  @DateParameter({ description: 'Last business date; to the end when absent' })
  to?: string;
}

/** The states that are asked for; undefined means all. */
export function statesOf({ state }: OrderListQuery): OrderState[] | undefined {
  if (!state) return undefined;
  return ORDER_STATES.filter((each) => state.includes(each) || (state.includes('open') && isOpen(each)));
}
