import type { Call, EventFact, Facts, OrderFact } from './history.js';

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
    return order.totalMinor === amountMinor ? [] : [`Order ${orderId} costs ${total}, not what was answered.`];
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
    if (rows.length > 0 && own.length === 0) wrong.push(`Order ${order.id} was paid by nobody.`);
    return wrong;
  });
};

const cancellationsHold: Rule = (calls, { orders }) => {
  const cancelled = calls.filter(({ kind, outcome }) => kind === 'cancel' && outcome === 'ok');
  const ids = new Set(cancelled.map(({ orderId }) => orderId));
  return orders
    .filter((order) => ids.has(order.id) && !order.cancelled)
    .map(({ id }) => `The cancellation of order ${id} is lost.`);
};

const bumpsHold: Rule = (calls, { tickets }) => {
  const bumped = calls.filter(({ kind, outcome }) => kind === 'bump' && outcome === 'ok');
  const ids = new Set(bumped.map(({ ticketId }) => ticketId));
  return tickets.filter(({ id, ready }) => ids.has(id) && !ready).map(({ id }) => `The bump of ticket ${id} is lost.`);
};

const portionsAddUp: Rule = (_calls, { orders, portions: { atFirst, left } }) => {
  const taken = portionsTaken(orders);
  const wrong = left < 0 ? [`There are ${String(left)} portions left.`] : [];
  if (atFirst - taken === left) return wrong;
  return [...wrong, `${String(atFirst)} portions less ${String(taken)} ordered are not the ${String(left)} left.`];
};

const stockAddsUp: Rule = (_calls, { orders, stock }) => {
  if (!stock) return [];
  const { receivedMilli, perPortionMilli, onHandMilli, ledgerMilli } = stock;
  const expected = receivedMilli - portionsTaken(orders) * perPortionMilli;
  const wrong = onHandMilli < 0 ? [`There is less than nothing on hand (${String(onHandMilli)}).`] : [];
  if (ledgerMilli !== onHandMilli) wrong.push(`The ledger says ${String(ledgerMilli)}, on hand is another amount.`);
  if (expected !== onHandMilli) wrong.push(`By the orders ${String(expected)} is on hand, not ${String(onHandMilli)}.`);
  return wrong;
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
  moneyAddsUp,
  cancellationsHold,
  bumpsHold,
  portionsAddUp,
  stockAddsUp,
  numbersWithoutGaps,
  feedWithoutGaps,
  eventsTellTheOrders,
];

/** What keeps numbers from being 1, 2, 3 ... `last`, each once. */
function gapsIn(numbers: readonly number[], last: number): string[] {
  const sorted = [...numbers].sort((a, b) => a - b);
  const first = sorted.findIndex((number, index) => number !== index + 1);
  if (first >= 0) return [`break at ${String(first + 1)}, where ${String(sorted[first])} stands`];
  return sorted.length === last ? [] : [`end at ${String(sorted.length)}, not at ${String(last)}`];
}

function portionsTaken(orders: readonly OrderFact[]): number {
  return orders.filter(({ cancelled }) => !cancelled).reduce((sum, { portions }) => sum + portions, 0);
}

function placed(calls: readonly Call[]): Call[] {
  return calls.filter(({ kind, outcome }) => kind === 'place' && outcome === 'ok');
}

function several<T>(all: readonly T[], keyOf: (each: T) => string): [string, T[]][] {
  return [...Map.groupBy(all, keyOf)].filter(([, own]) => own.length > 1);
}

function count(all: readonly unknown[] | undefined): string {
  return String(all?.length ?? 0);
}
