import { Injectable } from '@nestjs/common';
import type { TicketState } from '@comanda/shared';
import { LessThanOrEqual } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Database, RoundTrip, sendTogether, Table, Tx, usingIndex } from '../../platform/database/index.js';
import type { Row } from '../../platform/database/index.js';
import { TicketLineEntity } from './ticket-line.entity.js';
import { TicketEntity } from './ticket.entity.js';

/** A ticket with its lines in order. */
export interface WholeTicket {
  readonly ticket: TicketEntity;
  readonly lines: TicketLineEntity[];
}

/** Which tickets of a business day, and how many. */
export interface DayQuery {
  readonly locationId: string;
  readonly businessDate: string;
  readonly stationId?: string;
  readonly number?: number;
  readonly states?: readonly TicketState[];
  /** Only tickets made before the one with this id. */
  readonly before?: string;
  readonly limit: number;
}

export type TicketPlace = Pick<TicketEntity, 'orderId' | 'locationId' | 'stationId'>;

/** More tickets are hardly open at once. */
const KNOWN_PLACES = 5000;

@Injectable()
export class TicketRepository {
  readonly #places = new Map<string, TicketPlace>();

  constructor(private readonly database: Database) {}

  /** Inserts them when the transaction ends. */
  insert(tx: Tx, tickets: readonly WholeTicket[]): void {
    tx.insert(
      TicketEntity,
      tickets.map(({ ticket }) => ticket),
    );
    this.insertLines(
      tx,
      tickets.flatMap(({ lines }) => lines),
    );
  }

  insertLines(tx: Tx, lines: readonly TicketLineEntity[]): void {
    tx.insert(TicketLineEntity, lines);
  }

  /** Reads an order's tickets with a round trip that locks the order first: nobody changes a ticket without that lock. */
  readWith(trip: RoundTrip, tx: Tx, orderId: string): () => WholeTicket[] {
    const { tickets, lines } = selectWhole(tx.manager, {
      index: 'tickets_once',
      where: 'orderId = ?',
      values: [orderId],
    });
    const [found, below] = [trip.add(tickets), trip.add(lines)];
    return () => oldestFirst(toWhole(tx.manager, { tickets: found(), lines: below() }, 'readToChange'));
  }

  /** The order's row is locked already. */
  async listOfOrder(tx: Tx, orderId: string): Promise<WholeTicket[]> {
    const { tickets, lines } = selectWhole(tx.manager, {
      index: 'tickets_once',
      where: 'orderId = ?',
      values: [orderId],
    });
    const [found = [], below = []] = await tx.send([tickets, lines]);
    return oldestFirst(toWhole(tx.manager, { tickets: found, lines: below }, 'readToChange'));
  }

  /** Writes what has changed of the ticket and its lines by now when the transaction ends. */
  save(tx: Tx, { ticket, lines }: WholeTicket): void {
    tx.write(...tx.table(TicketEntity).change(ticket, { id: ticket.id }));
    const table = tx.table(TicketLineEntity);
    for (const line of lines) tx.write(...table.change(line, { ticketId: ticket.id, id: line.id }));
  }

  /** When the transaction ends. */
  forgetPerson(tx: Tx, orderId: string): void {
    tx.write(tx.table(TicketEntity).update({ guestName: null, orderNote: null, allergies: null }, { orderId }), {
      sql: 'UPDATE ticket_lines SET note = NULL, guestName = NULL, allergies = NULL WHERE ticketId IN (SELECT id FROM tickets WHERE orderId = ?)',
      values: [orderId],
    });
  }

  /** To which order, restaurant and station a ticket belongs, which never changes: of the last ones it is known. */
  async findPlace(id: string): Promise<TicketPlace | null> {
    const known = this.#places.get(id);
    if (known) return known;
    const sql = 'SELECT orderId, locationId, stationId FROM tickets WHERE id = ?';
    const [[row] = []] = await sendTogether(this.database.reader, [{ sql, values: [id] }]);
    if (!row) return null;
    const place = row as unknown as TicketPlace;
    if (this.#places.size >= KNOWN_PLACES) this.#places.clear();
    this.#places.set(id, place);
    return place;
  }

  /** Those on the boards, the oldest first. */
  async listOpen(locationId: string, stationId?: string): Promise<WholeTicket[]> {
    if (stationId === undefined)
      return this.#list({ index: 'tickets_open', where: 'locationId = ? AND onBoard = 1', values: [locationId] });
    return this.#list({
      index: 'tickets_open',
      where: 'locationId = ? AND onBoard = 1 AND stationId = ?',
      values: [locationId, stationId],
    });
  }

  /** The orders of those on the boards and of those that are ready; asked apart, as each has its own index. */
  async listOrdersAtPass(locationId: string): Promise<string[]> {
    const sql = (condition: string) => `SELECT DISTINCT orderId FROM tickets WHERE locationId = ? AND ${condition}`;
    const found = await sendTogether(
      this.database.reader,
      ['onBoard = 1', `state = 'ready'`].map((condition) => ({ sql: sql(condition), values: [locationId] })),
    );
    return [...new Set(found.flat().map((row) => String(row['orderId'])))];
  }

  async listOfOrders(orderIds: readonly string[]): Promise<WholeTicket[]> {
    if (orderIds.length === 0) return [];
    return this.#list({ index: 'tickets_once', where: `orderId IN (${marks(orderIds)})`, values: orderIds });
  }

  /** The newest first. */
  async listOfDay({ locationId, businessDate, stationId, number, states, before, limit }: DayQuery) {
    const conditions: (readonly [sql: string, values: readonly unknown[]])[] = [
      ['locationId = ? AND businessDate = ?', [locationId, businessDate]],
    ];
    if (stationId !== undefined) conditions.push(['stationId = ?', [stationId]]);
    if (states) conditions.push([`state IN (${marks(states)})`, states]);
    if (number !== undefined) conditions.push(['orderNumber = ?', [number]]);
    if (before !== undefined) conditions.push(['id < ?', [before]]);
    const where = conditions.map(([each]) => each).join(' AND ');
    const values = conditions.flatMap(([, each]) => each);
    return this.#list({ index: 'tickets_of_day', where, values, newest: limit });
  }

  /** The orders of which some ticket should have been answered by now. */
  async listUnanswered(until: number, limit: number): Promise<TicketEntity[]> {
    const where = { answerDueAt: LessThanOrEqual(until) };
    return this.database.reader.find(TicketEntity, { where, order: { answerDueAt: 'ASC' }, take: limit });
  }

  /** In one round trip. */
  async #list(chosen: Chosen): Promise<WholeTicket[]> {
    const { reader } = this.database;
    const { tickets, lines } = selectWhole(reader, chosen);
    const [found = [], below = []] = await sendTogether(reader, [tickets, lines]);
    const whole = toWhole(reader, { tickets: found, lines: below }, 'read');
    return chosen.newest === undefined ? oldestFirst(whole) : whole;
  }
}

/** Which tickets: all of them, the oldest first, or so many of the newest; and the index by which they are found. */
interface Chosen {
  readonly index: string;
  readonly where: string;
  readonly values: readonly unknown[];
  readonly newest?: number;
}

/** The tickets for which the condition holds, and their lines. */
function selectWhole(manager: EntityManager, { index, where, values, newest }: Chosen) {
  const order = newest === undefined ? '' : ` ORDER BY id DESC LIMIT ${String(newest)}`;
  const [table, lineTable] = [Table.of(manager, TicketEntity), Table.of(manager, TicketLineEntity)];
  const chosen = `SELECT id AS chosenId FROM tickets${usingIndex(index)} WHERE ${where}${order}`;
  return {
    tickets: table.select(`${where}${order}`, values, index),
    lines: lineTable.selectBelow(chosen, 'ticketId', { values }),
  };
}

interface Rows {
  readonly tickets: readonly Row[];
  readonly lines: readonly Row[];
}

function toWhole(manager: EntityManager, { tickets, lines }: Rows, read: 'read' | 'readToChange'): WholeTicket[] {
  const [ticketTable, lineTable] = [Table.of(manager, TicketEntity), Table.of(manager, TicketLineEntity)];
  const ordered = lines.map((row) => lineTable[read](row)).sort((a, b) => a.position - b.position);
  const byTicket = Map.groupBy(ordered, ({ ticketId }) => ticketId);
  return tickets.map((row) => {
    const ticket = ticketTable[read](row);
    return { ticket, lines: byTicket.get(ticket.id) ?? [] };
  });
}

function oldestFirst(all: WholeTicket[]): WholeTicket[] {
  return all.sort((a, b) => (a.ticket.id < b.ticket.id ? -1 : 1));
}

function marks(values: readonly unknown[]): string {
  return values.map(() => '?').join(', ');
}
