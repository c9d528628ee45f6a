import type { BookingFact, Call, EventFact, Facts, OrderFact } from './history.js';

type Rule = (calls: readonly Call[], facts: Facts) => string[];

/** A sentence for each way in which the facts contradict what was answered, or each other. */
export function contradictions(calls: readonly Call[], facts: Facts): string[] {
  return RULES.flatMap((rule) => rule(calls, facts));
}

const answeredOrdersAreThere: Rule = (calls, { orders }) => {
  const byId = new Map(orders.map((order) => [order.id, order]));
  return placed(calls).flatMap(({ key, orderId = '', amountMinor }) => {
    const order = byId.get(orderId);
    if (!order) return [`Order ${orderId} was answered and is lost (key ${key}).`];
    if (order.key !== key) return [`Order ${orderId} was answered to key ${key} and belongs to ${order.key}.`];
    const total = String(order.totalMinor);
    return order.totalMinor === amountMinor || order.shortened
      ? []
      : [`Order ${orderId} costs ${total}, not what was answered.`];
  });
};

const oneOrderForAKey: Rule = (calls, { orders }) => {
  const twice = several(orders, ({ key }) => key).map(([key, own]) => `Key ${key} made ${count(own)} orders.`);
  const answers = several(placed(calls), ({ key }) => key)
    .filter(([, own]) => new Set(own.map(({ orderId }) => orderId)).size > 1)
    .map(([key]) => `Key ${key} was answered with several orders.`);
  return [...twice, ...answers];
};

const nothingUnasked: Rule = (calls, { orders }) => {
  const asked = Map.groupBy(
    calls.filter(({ kind }) => kind === 'place'),
    ({ key }) => key,
  );
  return orders.flatMap(({ id, key }) => {
    const own = asked.get(key);
    if (!own) return [`Order ${id} was asked for by nobody.`];
    return own.some(({ outcome }) => outcome === 'refused') ? [`Order ${id} is there although it was refused.`] : [];
  });
};

const ticketsOnce: Rule = (_calls, { orders, tickets }) => {
  const byOrder = Map.groupBy(tickets, ({ orderId }) => orderId);
  const twice = several(tickets, ({ orderId, stationId }) => `${orderId} at ${stationId}`).map(
    ([where, own]) => `There are ${count(own)} tickets of ${where}.`,
  );
  const wrong = orders
    .filter(({ id, ticketCount }) => ticketCount === 0 || count(byOrder.get(id)) !== String(ticketCount))
    .map(({ id, ticketCount }) => `Order ${id} has ${count(byOrder.get(id))} tickets, not ${String(ticketCount)}.`);
  const known = new Set(orders.map(({ id }) => id));
  const orphans = tickets.filter(({ orderId }) => !known.has(orderId)).map(({ id }) => `Ticket ${id} has no order.`);
  return [...twice, ...wrong, ...orphans];
};

const moneyAddsUp: Rule = (calls, { orders, payments }) => {
  const paid = Map.groupBy(payments, ({ orderId }) => orderId);
  const asked = Map.groupBy(
    calls.filter(({ kind }) => kind === 'pay'),
    ({ orderId = '' }) => orderId,
  );
  const wholeTables = calls.some(({ kind }) => kind === 'settle');
  return orders.flatMap((order) => {
    const rows = paid.get(order.id) ?? [];
    const sum = rows.reduce((minor, { amountMinor }) => minor + amountMinor, 0);
    const own = asked.get(order.id) ?? [];
    const wrong: string[] = [];
    if (order.totalMinor !== order.linesMinor) wrong.push(`The lines of order ${order.id} are not its total.`);
    if (sum !== order.paidMinor) wrong.push(`The payments of order ${order.id} are not what is noted as paid.`);
    if (rows.length > 1) wrong.push(`Order ${order.id} was paid ${count(rows)} times.`);
    const answered = own.find(({ outcome }) => outcome === 'ok');
    if (answered && sum !== answered.amountMinor) wrong.push(`A payment of order ${order.id} is lost.`);
    const askedFor = own.length > 0 || (order.sittingId !== undefined && wholeTables);
    if (rows.length > 0 && !askedFor) wrong.push(`Order ${order.id} was paid by nobody.`);
    return wrong;
  });
};

/** What whole tables paid and what single orders paid is all that was taken. */
const tablesPaidOnce: Rule = (calls, { payments }) => {
  const paid = distinct(calls.filter(({ kind, outcome }) => (kind === 'settle' || kind === 'pay') && outcome === 'ok'));
  const asked = paid.reduce((sum, { amountMinor = 0 }) => sum + amountMinor, 0);
  const taken = payments.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  return asked === taken ? [] : [`${String(asked)} was answered as paid, ${String(taken)} is noted.`];
};

const cancellationsHold: Rule = (calls, { orders }) => {
  const cancelled = calls.filter(({ kind, outcome }) => kind === 'cancel' && outcome === 'ok');
  const ids = new Set(cancelled.map(({ orderId }) => orderId));
  return orders
    .filter((order) => ids.has(order.id) && !order.cancelled)
    .map(({ id }) => `The cancellation of order ${id} is lost.`);
};

const withdrawalsHold: Rule = (calls, { orders }) => {
  const gone = new Set(orders.flatMap(({ cancelledLineIds }) => cancelledLineIds));
  return calls
    .filter(({ kind, outcome, lineId = '' }) => kind === 'withdraw' && outcome === 'ok' && !gone.has(lineId))
    .map(({ lineId }) => `The withdrawal of dish ${String(lineId)} is lost.`);
};

/** It is done, or was done and came back: then the log tells of it. */
const bumpsHold: Rule = (calls, { tickets, events }) => {
  const bumped = calls.filter(({ kind, outcome }) => kind === 'bump' && outcome === 'ok');
  const ids = new Set(bumped.map(({ ticketId }) => ticketId));
  const told = new Set(events.filter(({ type }) => WAS_DONE.includes(type)).map(({ ticketId }) => ticketId));
  return tickets
    .filter(({ id, ready }) => ids.has(id) && !ready && !told.has(id))
    .map(({ id }) => `The bump of ticket ${id} is lost.`);
};

const WAS_DONE = ['ticket.ready', 'ticket.withdrawn'];

/** Each ticket that was shown to a cook is in the log as it was shown. */
const answeredTicketsAreTold: Rule = (calls, { events }) => {
  const told = new Map(events.map((event) => [`${event.ticketId ?? ''} ${String(event.ticketVersion)}`, event]));
  return calls.flatMap(({ outcome, kind, ticketId = '', version, readyAt }) => {
    if (outcome !== 'ok' || version === undefined) return [];
    const event = told.get(`${ticketId} ${String(version)}`);
    if (event && event.readyAt === readyAt) return [];
    return [`The ${kind} of ticket ${ticketId} was answered with version ${String(version)}, which is lost.`];
  });
};

/** Each dish comes to a station as ordered, and once more for each time that somebody said so; never twice. */
const linesOnce: Rule = (calls, { tickets, events }) => {
  const twice = tickets.flatMap(({ id, lines }) =>
    [...Map.groupBy(lines, ({ orderLineId }) => orderLineId)].flatMap(([lineId, own]) =>
      gapsIn(
        own.map(({ revision }) => revision),
        own.length,
      ).map((gap) => `The times that dish ${lineId} is on ticket ${id} ${gap}.`),
    ),
  );
  const asked = Map.groupBy(
    distinct(calls.filter(({ kind, outcome }) => kind === 'refire' && outcome === 'ok')),
    ({ ticketId = '' }) => ticketId,
  );
  const told = Map.groupBy(
    events.filter(({ type }) => type === 'ticket-line.refired'),
    ({ ticketId = '' }) => ticketId,
  );
  const wrong = tickets.flatMap(({ id, lines }) => {
    const again = lines.filter((line) => line.again);
    const counts = [count(again), count(asked.get(id)), count(told.get(id))];
    if (new Set(counts).size === 1) return [];
    const [made, answered, logged] = counts;
    return [`Ticket ${id}: made again ${made} times, answered ${answered}, told ${logged}.`];
  });
  return [...twice, ...wrong];
};

/** Rounds are where their guests sit, and the kitchen knows it. */
const roundsAreAtTheirTable: Rule = (_calls, { orders, sittings, tickets }) => {
  const byId = new Map(sittings.map((sitting) => [sitting.id, sitting]));
  const tableOf = new Map(orders.map(({ id, tableName }) => [id, tableName]));
  const lost = orders.flatMap(({ id, sittingId, tableName }) => {
    if (tableName === undefined) return [];
    const sitting = byId.get(sittingId ?? '');
    if (!sitting) return [`Order ${id} is at a table where nobody sits.`];
    if (sitting.mergedIntoId !== undefined) return [`Order ${id} stayed behind when its guests joined others.`];
    return sitting.tableName === tableName
      ? []
      : [`Order ${id} is at ${tableName}, its guests at ${sitting.tableName}.`];
  });
  const astray = tickets
    .filter(({ orderId, tableName }) => tableOf.get(orderId) !== tableName)
    .map(({ id }) => `Ticket ${id} is for another table than its order.`);
  const twice = several(
    sittings.filter(({ open }) => open),
    ({ tableName }) => tableName,
  ).map(([table, own]) => `There are ${count(own)} open sittings at ${table}.`);
  return [...lost, ...astray, ...twice];
};

const tablesHold: Rule = (calls, { sittings, events }) => {
  const byId = new Map(sittings.map((sitting) => [sitting.id, sitting]));
  const told = (type: string, id: string) => events.some((event) => event.type === type && event.subjectId === id);
  return calls.flatMap(({ kind, outcome, sittingId = '', intoId }) => {
    if (outcome !== 'ok') return [];
    if (kind === 'free') return byId.get(sittingId)?.open ? [`Sitting ${sittingId} was freed and is open.`] : [];
    if (kind === 'transfer' && !told('sitting.moved', sittingId)) return [`The move of sitting ${sittingId} is lost.`];
    if (kind !== 'merge') return [];
    return byId.get(sittingId)?.mergedIntoId === intoId ? [] : [`The merger of sitting ${sittingId} is lost.`];
  });
};

const portionsAddUp: Rule = (_calls, { orders, portions: { atFirst, left } }) => {
  const taken = portionsTaken(orders);
  const wrong = left < 0 ? [`There are ${String(left)} portions left.`] : [];
  if (atFirst - taken === left) return wrong;
  return [...wrong, `${String(atFirst)} portions less ${String(taken)} ordered are not the ${String(left)} left.`];
};

/** More may be thrown away than the books say is there; orders never take more. */
const stockAddsUp: Rule = (_calls, { levels, bookings }) =>
  levels.flatMap(({ ingredientId, onHandMilli, ledgerMilli }) => [
    ...(onHandMilli < Math.min(0, thrownAway(bookings, ingredientId))
      ? [`There is less than nothing on hand of ${ingredientId} (${String(onHandMilli)}).`]
      : []),
    ...(onHandMilli === ledgerMilli
      ? []
      : [`The ledger of ${ingredientId} says ${String(ledgerMilli)}, on hand is ${String(onHandMilli)}.`]),
  ]);

function thrownAway(bookings: readonly BookingFact[], ingredientId: string): number {
  return bookings
    .filter((each) => each.ingredientId === ingredientId && each.quantityMilli < 0)
    .reduce((sum, { quantityMilli }) => sum + quantityMilli, 0);
}

/** What is made again takes what is there, however little. */
const ordersTakeWhatTheyNeed: Rule = (_calls, { orders, perPortionMilli }) => {
  if (perPortionMilli === undefined) return [];
  return orders.flatMap(({ id, cancelled, portions, portionsAgain, stockMilli = 0 }) => {
    const least = -(portions + portionsAgain) * perPortionMilli;
    const most = cancelled && portions === 0 ? 0 : -portions * perPortionMilli;
    if (stockMilli >= least && stockMilli <= most) return [];
    return [`Order ${id} took ${String(-stockMilli)}, not between ${String(-most)} and ${String(-least)}.`];
  });
};

const bookingsOnce: Rule = (calls, { bookings }) => {
  const booked = Map.groupBy(bookings, ({ key }) => key);
  const asked = distinct(calls.filter(({ kind }) => kind === 'book'));
  const wrong = asked.flatMap(({ key, outcome, quantityMilli }) => {
    const own = booked.get(key) ?? [];
    if (own.length > 1) return [`Booking ${key} is in the ledger ${count(own)} times.`];
    if (outcome === 'refused' && own.length > 0) return [`Booking ${key} is there although it was refused.`];
    if (outcome !== 'ok') return [];
    return own[0]?.quantityMilli === quantityMilli ? [] : [`Booking ${key} is lost.`];
  });
  const known = new Set(asked.map(({ key }) => key));
  return [...wrong, ...[...booked.keys()].filter((key) => !known.has(key)).map((key) => `Nobody booked ${key}.`)];
};

const numbersWithoutGaps: Rule = (_calls, { orders }) =>
  [...Map.groupBy(orders, ({ businessDate }) => businessDate)].flatMap(([day, own]) =>
    gapsIn(
      own.map(({ number }) => number),
      own.length,
    ).map((gap) => `The order numbers of ${day} ${gap}.`),
  );

const feedWithoutGaps: Rule = (_calls, { events, feedPosition }) =>
  gapsIn(
    events.map(({ position }) => position),
    feedPosition,
  ).map((gap) => `The positions of the feed ${gap}.`);

const eventsTellTheOrders: Rule = (_calls, { orders, events, tickets }) => {
  const byOrder = Map.groupBy(
    events.filter(({ subjectKind }) => subjectKind === 'order'),
    ({ subjectId }) => subjectId,
  );
  const ticketIds = Map.groupBy(tickets, ({ orderId }) => orderId);
  const known = new Set(orders.map(({ id }) => id));
  const strangers = [...byOrder.keys()].filter((id) => !known.has(id)).map((id) => `Events tell of no order ${id}.`);
  const wrong = orders.flatMap((order) =>
    wrongEvents(
      order,
      byOrder.get(order.id) ?? [],
      (ticketIds.get(order.id) ?? []).map(({ id }) => id),
    ),
  );
  return [...strangers, ...wrong];
};

const eventsTellTheSittings: Rule = (_calls, { sittings, events }) => {
  const bySitting = Map.groupBy(
    events.filter(({ subjectKind }) => subjectKind === 'sitting'),
    ({ subjectId }) => subjectId,
  );
  return sittings.flatMap(({ id, version }) =>
    gapsIn(
      (bySitting.get(id) ?? []).map(({ seq }) => seq),
      version,
    ).map((gap) => `The events of sitting ${id} ${gap}.`),
  );
};

function wrongEvents({ id, version }: OrderFact, events: readonly EventFact[], ticketIds: readonly string[]): string[] {
  const wrong = gapsIn(
    events.map(({ seq }) => seq),
    version,
  ).map((gap) => `The events of order ${id} ${gap}.`);
  const births = events.filter(({ type }) => type === 'order.placed');
  if (births.length !== 1) wrong.push(`Order ${id} was placed ${count(births)} times by its events.`);
  const fired = events.filter(({ type }) => type === 'ticket.fired').map(({ ticketId = '' }) => ticketId);
  if (fired.sort().join() !== [...ticketIds].sort().join()) wrong.push(`Order ${id} fired other tickets than it has.`);
  return wrong;
}

const RULES: readonly Rule[] = [
  answeredOrdersAreThere,
  oneOrderForAKey,
  nothingUnasked,
  ticketsOnce,
  answeredTicketsAreTold,
  linesOnce,
  moneyAddsUp,
  tablesPaidOnce,
  cancellationsHold,
  withdrawalsHold,
  bumpsHold,
  roundsAreAtTheirTable,
  tablesHold,
  portionsAddUp,
  stockAddsUp,
  ordersTakeWhatTheyNeed,
  bookingsOnce,
  numbersWithoutGaps,
  feedWithoutGaps,
  eventsTellTheOrders,
  eventsTellTheSittings,
];

/** What keeps numbers from being 1, 2, 3 ... `last`, each once. */
function gapsIn(numbers: readonly number[], last: number): string[] {
  const sorted = [...numbers].sort((a, b) => a - b);
  const first = sorted.findIndex((number, index) => number !== index + 1);
  if (first >= 0) return [`break at ${String(first + 1)}, where ${String(sorted[first])} stands`];
  return sorted.length === last ? [] : [`end at ${String(sorted.length)}, not at ${String(last)}`];
}

function portionsTaken(orders: readonly OrderFact[]): number {
  return orders.reduce((sum, { portions }) => sum + portions, 0);
}

function placed(calls: readonly Call[]): Call[] {
  return calls.filter(({ kind, outcome }) => kind === 'place' && outcome === 'ok');
}

/** One of the requests with each key, the answered one where there is one. */
function distinct(calls: readonly Call[]): Call[] {
  const byKey = new Map<string, Call>();
  for (const call of calls) if (byKey.get(call.key)?.outcome !== 'ok') byKey.set(call.key, call);
  return [...byKey.values()];
}

function several<T>(all: readonly T[], keyOf: (each: T) => string): [string, T[]][] {
  return [...Map.groupBy(all, keyOf)].filter(([, own]) => own.length > 1);
}

function count(all: readonly unknown[] | undefined): string {
  return String(all?.length ?? 0);
}
