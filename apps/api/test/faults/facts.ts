import type { EventFact, Facts, OrderFact, TicketFact } from './history.js';

type Values = Readonly<Record<string, unknown>>;

/** Asks the database under test; it may be either. */
export type Rows = (sql: string, values: readonly unknown[]) => Promise<readonly Values[]>;

/** The restaurant that is looked at, and the dish whose portions were counted from the start. */
export interface Scene {
  readonly locationId: string;
  readonly itemId: string;
  readonly atFirst: number;
  /** What a portion of it takes from the stock; what was booked before the test began is not counted. */
  readonly ingredient?: { readonly id: string; readonly perPortionMilli: number };
}

/** What the database holds of one restaurant, in the words of the checker. */
export async function readFacts(rows: Rows, { locationId, itemId, atFirst, ingredient }: Scene): Promise<Facts> {
  const here = [locationId];
  const lines = Map.groupBy(await rows(LINES, here), ({ orderId }) => text(orderId));
  const onTickets = Map.groupBy(await rows(TICKET_LINES, here), ({ ticketId }) => text(ticketId));
  const dishes = { itemId, lines, ...answers([...onTickets.values()].flat()) };
  const taken = await rows(
    'SELECT orderId, SUM(quantityMilli) AS milli FROM stock_movements WHERE ingredientId = ? GROUP BY orderId',
    [ingredient?.id ?? ''],
  );
  const stock = new Map(taken.map(({ orderId, milli }) => [text(orderId), Number(milli)]));
  const [feed] = await rows('SELECT lastPosition FROM feeds WHERE locationId = ?', here);
  const [countdown] = await rows('SELECT remaining FROM countdowns WHERE locationId = ? AND targetId = ?', [
    locationId,
    itemId,
  ]);
  return {
    orders: (await rows(ORDERS, here)).map((row) => toOrder(row, dishes, stock)),
    tickets: (await rows(TICKETS, here)).map((row) => toTicket(row, onTickets.get(text(row['id'])) ?? [])),
    events: (await rows(EVENTS, here)).map(toEvent),
    payments: (await rows(PAYMENTS, here)).map((row) => ({
      orderId: text(row['orderId']),
      amountMinor: Number(row['amountMinor']),
    })),
    sittings: (await rows(SITTINGS, here)).map((row) => ({
      id: text(row['id']),
      tableName: text(row['tableName']),
      version: Number(row['version']),
      open: row['openTableId'] !== null,
      ...optional('mergedIntoId', row['mergedIntoId']),
    })),
    levels: (await rows(LEVELS, here)).map((row) => ({
      ingredientId: text(row['ingredientId']),
      onHandMilli: Number(row['onHandMilli']),
      ledgerMilli: Number(row['ledgerMilli']),
    })),
    bookings: (await rows(BOOKINGS, here)).map(({ note, ingredientId, quantityMilli }) => ({
      key: text(note),
      ingredientId: text(ingredientId),
      quantityMilli: Number(quantityMilli),
    })),
    feedPosition: Number(feed?.['lastPosition']),
    portions: { atFirst, left: Number(countdown?.['remaining']) },
    ...(ingredient ? { perPortionMilli: ingredient.perPortionMilli } : {}),
  };
}

const EVENTS = 'SELECT position, subjectId, subjectKind, seq, type, data FROM events WHERE locationId = ?';

const ORDERS = `
  SELECT o.id, o.guestName, o.businessDate, o.number, o.version, o.state, o.totalMinor, o.paidMinor, o.ticketCount,
    o.sittingId, o.tableName,
    o.tipMinor + (CASE WHEN o.taxInclusive = 1 THEN 0 ELSE o.taxMinor END) AS extraMinor
  FROM orders o WHERE o.locationId = ?`;

const LINES = `
  SELECT l.id, l.orderId, l.itemId, l.kind, l.quantity, l.totalMinor, l.kitchenState
  FROM order_lines l JOIN orders o ON o.id = l.orderId WHERE o.locationId = ?`;

const TICKETS = 'SELECT id, orderId, stationId, state, tableName FROM tickets WHERE locationId = ?';

const TICKET_LINES = `
  SELECT l.ticketId, l.orderLineId, l.revision, l.quantity, l.refire, l.withdrawal
  FROM ticket_lines l JOIN tickets t ON t.id = l.ticketId WHERE t.locationId = ?`;

const PAYMENTS = `
  SELECT p.orderId, p.amountMinor FROM payments p JOIN orders o ON o.id = p.orderId WHERE o.locationId = ?`;

const SITTINGS = 'SELECT id, tableName, version, openTableId, mergedIntoId FROM sittings WHERE locationId = ?';

const LEVELS = `
  SELECT l.ingredientId, l.onHandMilli, SUM(m.quantityMilli) AS ledgerMilli
  FROM stock_levels l
  LEFT JOIN stock_movements m ON m.locationId = l.locationId AND m.ingredientId = l.ingredientId
  WHERE l.locationId = ? GROUP BY l.ingredientId, l.onHandMilli`;

/** What somebody booked by hand while the test ran; their note is their key. */
const BOOKINGS =
  'SELECT note, ingredientId, quantityMilli FROM stock_movements WHERE locationId = ? AND orderId IS NULL AND note IS NOT NULL';

interface Dishes {
  /** The dish whose portions are counted. */
  readonly itemId: string;
  /** By order. */
  readonly lines: ReadonlyMap<string, readonly Values[]>;
  /** Of which the kitchen said that they were made although nobody wants them any more. */
  readonly made: ReadonlySet<unknown>;
  /** How many units of a line were made once more. */
  readonly again: ReadonlyMap<unknown, number>;
}

function answers(onTickets: readonly Values[]): Pick<Dishes, 'made' | 'again'> {
  const again = new Map<unknown, number>();
  for (const { orderLineId, refire, quantity } of onTickets)
    if (json(refire)) again.set(orderLineId, (again.get(orderLineId) ?? 0) + Number(quantity));
  const made = onTickets.filter(({ withdrawal }) => json(withdrawal)?.['answer'] === 'made');
  return { again, made: new Set(made.map(({ orderLineId }) => orderLineId)) };
}

function toOrder(row: Values, { itemId, lines, made, again }: Dishes, stock: ReadonlyMap<string, number>): OrderFact {
  const id = text(row['id']);
  const dishes = (lines.get(id) ?? []).filter(({ kind }) => kind === 'dish');
  const gone = dishes.filter(({ kitchenState }) => kitchenState === 'cancelled');
  const counted = dishes.filter((line) => line['itemId'] === itemId);
  const kept = counted.filter((line) => !gone.includes(line) || made.has(line['id']));
  return {
    id,
    key: text(row['guestName']),
    businessDate: text(row['businessDate']),
    number: Number(row['number']),
    version: Number(row['version']),
    cancelled: row['state'] === 'cancelled',
    totalMinor: Number(row['totalMinor']),
    linesMinor: sum(dishes, 'totalMinor') + Number(row['extraMinor']),
    paidMinor: Number(row['paidMinor']),
    ticketCount: Number(row['ticketCount']),
    portions: sum(kept, 'quantity'),
    portionsAgain: counted.reduce((all, line) => all + (again.get(line['id']) ?? 0), 0),
    stockMilli: stock.get(id) ?? 0,
    shortened: gone.length > 0,
    cancelledLineIds: gone.map((line) => text(line['id'])),
    ...optional('sittingId', row['sittingId']),
    ...optional('tableName', row['tableName']),
  };
}

function toTicket(row: Values, lines: readonly Values[]): TicketFact {
  return {
    id: text(row['id']),
    orderId: text(row['orderId']),
    stationId: text(row['stationId']),
    ready: row['state'] === 'ready',
    lines: lines.map(({ orderLineId, revision, refire }) => ({
      orderLineId: text(orderLineId),
      revision: Number(revision),
      again: json(refire) !== null,
    })),
    ...optional('tableName', row['tableName']),
  };
}

interface ToldTicket {
  readonly id: string;
  readonly version: number;
  readonly readyAt?: string;
}

function toEvent(row: Values): EventFact {
  const type = text(row['type']);
  const event = {
    position: Number(row['position']),
    subjectId: text(row['subjectId']),
    subjectKind: text(row['subjectKind']),
    seq: Number(row['seq']),
    type,
  };
  if (!type.startsWith('ticket')) return event;
  const { ticket } = json(row['data']) as unknown as { ticket: ToldTicket };
  const { id, version, readyAt } = ticket;
  return { ...event, ticketId: id, ticketVersion: version, ...(readyAt === undefined ? {} : { readyAt }) };
}

const sum = (rows: readonly Values[], column: string): number =>
  rows.reduce((total, row) => total + Number(row[column]), 0);

/** A column that may hold nothing; the two databases hand JSON out as text or as what it says. */
function json(value: unknown): Values | null {
  return (typeof value === 'string' ? JSON.parse(value) : (value ?? null)) as Values | null;
}

function optional<Key extends string>(key: Key, value: unknown): { readonly [Each in Key]?: string } {
  return (typeof value === 'string' ? { [key]: value } : {}) as { readonly [Each in Key]?: string };
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
