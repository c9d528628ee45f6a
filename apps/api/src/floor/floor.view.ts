import type {
  ExpoOrderView,
  FloorSittingView,
  FloorTableView,
  GuestCallView,
  GuestRoundView,
  OrderView,
  PassDishView,
  SittingView,
  StaffTableView,
  TableCallView,
} from '@comanda/shared';
import { isOpenRound, isSold, orderCounts, refundDueMinor, tableStanding } from '@comanda/shared';
import type { Location } from '../locations/index.js';
import type { WholeOrder } from '../orders/index.js';
import { daysOpen } from '../seating/index.js';
import type { Sitting, SittingWithCalls, TableCall } from '../seating/index.js';

/** A sitting with all that its table's state follows from. */
export interface SittingFacts extends SittingWithCalls {
  readonly rounds: readonly WholeOrder[];
  /** The dishes of its rounds that are done and not carried out. */
  readonly atPass: readonly PassDishView[];
}

export function toFloorTable(
  table: StaffTableView,
  facts: SittingFacts | undefined,
  { location, now }: { readonly location: Location; readonly now: number },
): FloorTableView {
  if (!facts) return { ...table, state: 'free' };
  const [longest] = facts.atPass;
  const { state, since } = tableStanding({
    openedAt: facts.sitting.openedAt,
    rounds: facts.rounds.map(toRound),
    calls: facts.calls,
    ...(longest ? { foodSince: Date.parse(longest.readyAt) } : {}),
  });
  return {
    ...table,
    state,
    since: instant(since),
    sitting: { ...toFloorSitting(facts), ...sinceEarlier(daysOpen(location, facts.sitting.openedAt, now)) },
  };
}

function sinceEarlier(days: number): Pick<FloorSittingView, 'daysOpen'> {
  return days === 0 ? {} : { daysOpen: days };
}

function toFloorSitting({ sitting, calls, rounds }: SittingFacts): FloorSittingView {
  const sold = rounds.filter(({ order }) => isSold(order));
  return {
    id: sitting.id,
    version: sitting.version,
    openedAt: instant(sitting.openedAt),
    rounds: sold.length,
    openRounds: sold.map(toRound).filter(isOpenRound).length,
    counts: orderCounts(sold.flatMap(dishesOf).map(({ kitchenState: state, quantity }) => ({ state, quantity }))),
    ...amountsOf(sold.map(({ order }) => order)),
    ...refundDueOf(rounds.map(({ order }) => order)),
    calls: calls.filter(({ acknowledgedAt }) => acknowledgedAt === null).map(toCallView),
  };
}

/** Options are made with their dish: a dish is carried out, its options are not. */
function dishesOf({ lines }: WholeOrder) {
  return lines.filter(({ parentId }) => parentId === null);
}

function toRound(whole: WholeOrder) {
  const { state, placedAt } = whole.order;
  return { state, placedAt, lines: dishesOf(whole) };
}

interface Owed {
  readonly state: OrderView['state'];
  readonly totalMinor: number;
  readonly paidMinor: number;
}

/** What the rounds cost, and what of it is not paid yet. */
export function amountsOf(rounds: readonly Owed[]): { readonly totalMinor: number; readonly dueMinor: number } {
  const sold = rounds.filter(isSold);
  return {
    totalMinor: sold.reduce((sum, { totalMinor }) => sum + totalMinor, 0),
    dueMinor: sold.reduce((sum, { totalMinor, paidMinor }) => sum + Math.max(0, totalMinor - paidMinor), 0),
  };
}

/** What has to be given back of the rounds, sold or not; nothing is not told. */
function refundDueOf(rounds: readonly Owed[]): Pick<SittingView, 'refundDueMinor'> {
  const dueMinor = rounds.reduce((sum, round) => sum + refundDueMinor(round), 0);
  return dueMinor === 0 ? {} : { refundDueMinor: dueMinor };
}

export function toSittingView(
  { sitting, calls }: SittingWithCalls,
  { rounds, location }: { readonly rounds: readonly OrderView[]; readonly location: Location },
): SittingView {
  return {
    id: sitting.id,
    version: sitting.version,
    tableId: sitting.tableId,
    tableName: sitting.tableName,
    openedAt: instant(sitting.openedAt),
    ...endOf(sitting),
    currency: location.currency,
    rounds,
    calls: calls.map(toCallView),
    ...amountsOf(rounds),
    ...refundDueOf(rounds),
  };
}

function endOf({ closedAt, mergedIntoId }: Sitting): Pick<SittingView, 'closedAt' | 'mergedIntoId'> {
  return {
    ...(closedAt === null ? {} : { closedAt: instant(closedAt) }),
    ...(mergedIntoId === null ? {} : { mergedIntoId }),
  };
}

export function toCallView({ id, kind, calledAt, acknowledgedAt: at, acknowledgedBy: by }: TableCall): TableCallView {
  const acknowledged = at === null || by === null ? {} : { acknowledged: { at: instant(at), by } };
  return { id, kind, calledAt: instant(calledAt), ...acknowledged };
}

export function toGuestCall({ kind, calledAt, acknowledgedAt }: TableCall): GuestCallView {
  return {
    kind,
    calledAt: instant(calledAt),
    ...(acknowledgedAt === null ? {} : { acknowledgedAt: instant(acknowledgedAt) }),
  };
}

/** Without the order's secret link and without a phone number: everybody at the table reads it. */
export function toGuestRound(order: OrderView): GuestRoundView {
  return {
    orderId: order.id,
    number: order.number,
    state: order.state,
    placedAt: order.placedAt,
    ...(order.guest?.name === undefined ? {} : { guestName: order.guest.name }),
    lines: order.lines.map(({ id, name, variantName, quantity, totalMinor, kitchenState }) => ({
      id,
      name,
      ...(variantName === undefined ? {} : { variantName }),
      quantity,
      totalMinor,
      kitchenState,
    })),
    totalMinor: order.totalMinor,
  };
}

/** What of an order is done and waits to be carried out. */
export function toPassDishes({ orderId, orderNumber, tableName, guestName, tickets }: ExpoOrderView): PassDishView[] {
  return tickets.flatMap((ticket) =>
    ticket.lines
      .filter(({ state }) => state === 'ready')
      .map((line) => ({
        ticketId: ticket.id,
        ticketVersion: ticket.version,
        lineId: line.id,
        orderId,
        orderNumber,
        ...(tableName === undefined ? {} : { tableName }),
        ...(guestName === undefined ? {} : { guestName }),
        name: line.name,
        ...(line.variantName === undefined ? {} : { variantName: line.variantName }),
        quantity: line.quantity,
        readyAt: line.readyAt ?? ticket.firedAt,
      })),
  );
}

function instant(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
