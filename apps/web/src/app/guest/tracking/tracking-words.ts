import type { OrderState, OrderView } from '@comanda/shared';

type Status = Pick<OrderView, 'state' | 'fulfilment' | 'cookingStartedAt'>;

/** The huge word. Nobody reads that it is cooked before a cook has begun. */
export function statusWord({ state, fulfilment, cookingStartedAt }: Status): string {
  switch (state) {
    case 'pending-payment':
      return $localize`:@@guest.track.pending:Waiting for payment`;
    case 'placed':
      return $localize`:@@guest.track.placed:Received`;
    case 'scheduled':
      return $localize`:@@guest.track.scheduled:Planned`;
    case 'accepted':
      return $localize`:@@guest.track.accepted:Accepted`;
    case 'in-kitchen':
      return kitchenWord(cookingStartedAt);
    case 'ready':
      return $localize`:@@guest.track.ready:Ready`;
    case 'completed':
      return fulfilment.type === 'dine-in'
        ? $localize`:@@guest.track.served:Served`
        : $localize`:@@guest.track.handedOver:Handed over`;
    case 'rejected':
      return $localize`:@@guest.track.rejected:Not accepted`;
    case 'cancelled':
      return $localize`:@@guest.track.cancelled:Cancelled`;
    case 'expired':
      return $localize`:@@guest.track.expired:Expired`;
  }
}

function kitchenWord(cookingStartedAt: string | undefined): string {
  return cookingStartedAt === undefined
    ? $localize`:@@guest.track.inKitchen:In the kitchen`
    : $localize`:@@guest.track.cooking:Cooking`;
}

/** One sentence under the word; null where the time says it all. */
export function statusText({ state, fulfilment }: Pick<OrderView, 'state' | 'fulfilment'>): string | null {
  const atTable = fulfilment.type === 'dine-in';
  if (state === 'ready') {
    return atTable
      ? $localize`:@@guest.track.readyTable:We are bringing it to you.`
      : $localize`:@@guest.track.readyPickup:Pick it up at the counter. Say your number.`;
  }
  if (state === 'completed') return $localize`:@@guest.track.enjoy:Enjoy your meal.`;
  if (state === 'rejected')
    return $localize`:@@guest.track.rejectedText:The restaurant could not take this order. You pay nothing.`;
  if (state === 'cancelled')
    return $localize`:@@guest.track.cancelledText:This order will not be made. You pay nothing.`;
  return null;
}

/** True while a time of readiness means something. */
export function isUnderWay(state: OrderState): boolean {
  return state === 'placed' || state === 'scheduled' || state === 'accepted' || state === 'in-kitchen';
}

export function isOver(state: OrderState): boolean {
  return state === 'completed' || state === 'rejected' || state === 'cancelled' || state === 'expired';
}

/** Orders that ended otherwise than by being served. */
export function hasFailed(state: OrderState): boolean {
  return state === 'rejected' || state === 'cancelled' || state === 'expired';
}

export interface Stage {
  readonly state: OrderState;
  readonly name: string;
  /** When it was reached; null when it is still to come. */
  readonly at: string | null;
  readonly current: boolean;
}

const STAGES: readonly OrderState[] = ['placed', 'accepted', 'in-kitchen', 'ready', 'completed'];

/** The five stages with the times at which they were reached. A failed order ends its list where it ended. */
export function stagesOf(order: Status & Pick<OrderView, 'timeline'>): readonly Stage[] {
  // An order that was recalled to the kitchen has reached "ready" before; the last time counts, and later stages do not.
  const reached = new Map(order.timeline.map(({ state, at }) => [state, at]));
  if (order.cookingStartedAt !== undefined) reached.set('in-kitchen', order.cookingStartedAt);
  const failed = hasFailed(order.state);
  const here = STAGES.indexOf(order.state);
  const stages = failed ? [...STAGES.filter((state) => reached.has(state)), order.state] : STAGES;
  return stages.map((state, position) => ({
    state,
    name: statusWord({ ...order, state }),
    at: failed || position <= here ? (reached.get(state) ?? null) : null,
    current: state === order.state,
  }));
}
