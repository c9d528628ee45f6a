import type { FulfilmentType, OrderState, OrderView } from '@comanda/shared';

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
    case 'out-for-delivery':
      return $localize`:@@guest.track.onTheWay:On the way`;
    case 'completed':
      return COMPLETED[fulfilment.type];
    case 'rejected':
      return $localize`:@@guest.track.rejected:Not accepted`;
    case 'cancelled':
      return $localize`:@@guest.track.cancelled:Cancelled`;
    case 'expired':
      return $localize`:@@guest.track.expired:Expired`;
  }
}

const COMPLETED: Readonly<Record<FulfilmentType, string>> = {
  'dine-in': $localize`:@@guest.track.served:Served`,
  pickup: $localize`:@@guest.track.handedOver:Handed over`,
  delivery: $localize`:@@guest.track.delivered:Delivered`,
};

function kitchenWord(cookingStartedAt: string | undefined): string {
  return cookingStartedAt === undefined
    ? $localize`:@@guest.track.inKitchen:In the kitchen`
    : $localize`:@@guest.track.cooking:Cooking`;
}

const READY: Readonly<Record<FulfilmentType, string>> = {
  'dine-in': $localize`:@@guest.track.readyTable:We are bringing it to you.`,
  pickup: $localize`:@@guest.track.readyPickup:Pick it up at the counter. Say your number.`,
  delivery: $localize`:@@guest.track.readyDelivery:The rider is about to take it along.`,
};

/** One sentence under the word; null where the time says it all. */
export function statusText({ state, fulfilment }: Pick<OrderView, 'state' | 'fulfilment'>): string | null {
  if (state === 'ready') return READY[fulfilment.type];
  if (state === 'completed') return $localize`:@@guest.track.enjoy:Enjoy your meal.`;
  if (state === 'rejected')
    return $localize`:@@guest.track.rejectedText:The restaurant could not take this order. You pay nothing.`;
  if (state === 'cancelled')
    return $localize`:@@guest.track.cancelledText:This order will not be made. You pay nothing.`;
  return null;
}

const MINUTE_MS = 60_000;
const STEP = 5;

/** How much later than promised it will be, in steps of five minutes; null while the promise stands. */
export function slipText(
  { state, readyEstimate }: Pick<OrderView, 'state' | 'readyEstimate'>,
  nowMs: number,
): string | null {
  const late = (nowMs - Date.parse(readyEstimate.until)) / MINUTE_MS;
  if (late <= 0 || !isUnderWay(state)) return null;
  const minutes = Math.ceil(late / STEP) * STEP;
  return state === 'out-for-delivery'
    ? $localize`:@@guest.track.slipWay:It takes about ${minutes}:minutes: min longer than we said.`
    : $localize`:@@guest.track.slipKitchen:The kitchen is busy: about ${minutes}:minutes: min later than we said.`;
}

/** True while a time of readiness means something. */
export function isUnderWay(state: OrderState): boolean {
  return (
    state === 'placed' ||
    state === 'scheduled' ||
    state === 'accepted' ||
    state === 'in-kitchen' ||
    state === 'out-for-delivery'
  );
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

const USUAL: readonly OrderState[] = ['placed', 'accepted', 'in-kitchen', 'ready', 'completed'];
const BROUGHT: readonly OrderState[] = ['placed', 'accepted', 'in-kitchen', 'out-for-delivery', 'completed'];

/** The five stages with the times at which they were reached. A failed order ends its list where it ended. */
export function stagesOf(order: Status & Pick<OrderView, 'timeline'>): readonly Stage[] {
  // An order that was recalled to the kitchen has reached "ready" before; the last time counts, and later stages do not.
  const reached = new Map(order.timeline.map(({ state, at }) => [state, at]));
  if (order.cookingStartedAt !== undefined) reached.set('in-kitchen', order.cookingStartedAt);
  const failed = hasFailed(order.state);
  const usual = order.fulfilment.type === 'delivery' ? BROUGHT : USUAL;
  // An order for later waits between its acceptance and the kitchen.
  const all = reached.has('scheduled') ? usual.map((state) => (state === 'accepted' ? 'scheduled' : state)) : usual;
  const here = all.indexOf(standsAt(order.state, all));
  const stages = failed ? [...all.filter((state) => reached.has(state)), order.state] : all;
  return stages.map((state, position) => ({
    state,
    name: statusWord({ ...order, state }),
    at: failed || position <= here ? (reached.get(state) ?? null) : null,
    current: failed ? state === order.state : position === here,
  }));
}

/** The stage at which an order stands whose state has no stage of its own. */
function standsAt(state: OrderState, stages: readonly OrderState[]): OrderState {
  if (stages.includes(state)) return state;
  return state === 'accepted' ? 'scheduled' : 'in-kitchen';
}
