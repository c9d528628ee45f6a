import type { EventFact, Facts, OrderFact, StockFact } from './history.js';

type Values = Readonly<Record<string, unknown>>;

/** Asks the database under test; it may be either. */
export type Rows = (sql: string, values: readonly unknown[]) => Promise<readonly Values[]>;

/** The restaurant that is looked at, and the dish whose portions were counted from the start. */
export interface Scene {
  readonly locationId: string;
  readonly itemId: string;
  readonly atFirst: number;
  /** What a portion of it takes from the stock. */
  readonly ingredient?: Pick<StockFact, 'receivedMilli' | 'perPortionMilli'> & { readonly id: string };
}

/** What the database holds of one restaurant, in the words of the checker. */
export async function readFacts(rows: Rows, scene: Scene): Promise<Facts> {
  const { locationId, itemId, atFirst } = scene;
  const here = [locationId];
  const portions = await rows(PORTIONS, [itemId, locationId]);
  const portionsOf = new Map(portions.map(({ orderId, quantity }) => [orderId, Number(quantity)]));
  const [feed] = await rows('SELECT lastPosition FROM feeds WHERE locationId = ?', here);
  const [countdown] = await rows('SELECT remaining FROM countdowns WHERE locationId = ? AND targetId = ?', [
    locationId,
    itemId,
  ]);
  return {
    orders: (await rows(ORDERS, here)).map((row) => toOrder(row, portionsOf.get(row['id']) ?? 0)),
    tickets: (await rows('SELECT id, orderId, stationId, state FROM tickets WHERE locationId = ?', here)).map(
      (row) => ({
        id: text(row['id']),
        orderId: text(row['orderId']),
        stationId: text(row['stationId']),
        ready: row['state'] === 'ready',
      }),
    ),
    events: (await rows(EVENTS, here)).map(toEvent),
    payments: (await rows(PAYMENTS, here)).map((row) => ({
      orderId: text(row['orderId']),
      amountMinor: Number(row['amountMinor']),
    })),
    feedPosition: Number(feed?.['lastPosition']),
    portions: { atFirst, left: Number(countdown?.['remaining']) },
    ...(scene.ingredient ? { stock: await readStock(rows, locationId, scene.ingredient) } : {}),
  };
}

async function readStock(
  rows: Rows,
  locationId: string,
  { id, receivedMilli, perPortionMilli }: NonNullable<Scene['ingredient']>,
): Promise<StockFact> {
  const which = 'WHERE locationId = ? AND ingredientId = ?';
  const [level] = await rows(`SELECT onHandMilli FROM stock_levels ${which}`, [locationId, id]);
  const [ledger] = await rows(`SELECT SUM(quantityMilli) AS total FROM stock_movements ${which}`, [locationId, id]);
  const onHandMilli = Number(level?.['onHandMilli']);
  return { receivedMilli, perPortionMilli, onHandMilli, ledgerMilli: Number(ledger?.['total']) };
}

const EVENTS = 'SELECT position, subjectId, subjectKind, seq, type, data FROM events WHERE locationId = ?';

const ORDERS = `
  SELECT o.id, o.guestName, o.businessDate, o.number, o.version, o.state, o.totalMinor, o.paidMinor, o.ticketCount,
    o.tipMinor + (CASE WHEN o.taxInclusive = 1 THEN 0 ELSE o.taxMinor END) AS extraMinor, SUM(l.totalMinor) AS dishesMinor
  FROM orders o JOIN order_lines l ON l.orderId = o.id AND l.kind = 'dish'
  WHERE o.locationId = ? GROUP BY o.id`;

const PORTIONS = `
  SELECT l.orderId, SUM(l.quantity) AS quantity
  FROM order_lines l JOIN orders o ON o.id = l.orderId
  WHERE l.itemId = ? AND l.kind = 'dish' AND o.locationId = ? GROUP BY l.orderId`;

const PAYMENTS = `
  SELECT p.orderId, p.amountMinor FROM payments p JOIN orders o ON o.id = p.orderId WHERE o.locationId = ?`;

function toOrder(row: Values, portions: number): OrderFact {
  return {
    id: text(row['id']),
    key: text(row['guestName']),
    businessDate: text(row['businessDate']),
    number: Number(row['number']),
    version: Number(row['version']),
    cancelled: row['state'] === 'cancelled',
    totalMinor: Number(row['totalMinor']),
    linesMinor: Number(row['dishesMinor']) + Number(row['extraMinor']),
    paidMinor: Number(row['paidMinor']),
    ticketCount: Number(row['ticketCount']),
    portions,
  };
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
  if (type !== 'ticket.fired') return event;
  const { ticket } = JSON.parse(text(row['data'])) as { ticket: { id: string } };
  return { ...event, ticketId: ticket.id };
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
