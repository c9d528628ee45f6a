import { Injectable } from '@nestjs/common';
import type { TicketState } from '@comanda/shared';
import { LessThanOrEqual } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Database, RoundTrip, sendTogether, Table, Tx } from '../../platform/database/index.js';
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

@Injectable()
export class TicketRepository {
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
    const { tickets, lines } = selectWhole(tx.manager, 'orderId = ? ORDER BY id', [orderId]);
    const [found, below] = [trip.add(tickets), trip.add(lines)];
    return () => toWhole(tx.manager, found(), below());
  }

  /** The order's row is locked already. */
  async listOfOrder(tx: Tx, orderId: string): Promise<WholeTicket[]> {
    return this.#list('orderId = ? ORDER BY id', [orderId], tx.manager);
  }

  /** Writes the tickets, as they are by now, and their lines when the transaction ends. */
  save(tx: Tx, { ticket, lines }: WholeTicket): void {
    const { id, ...ticketValues } = ticket;
    tx.write(tx.table(TicketEntity).update(ticketValues, { id }));
    for (const line of lines) {
      tx.write(tx.table(TicketLineEntity).update(changing(line), { ticketId: id, id: line.id }));
    }
  }

  /** When the transaction ends. */
  forgetPerson(tx: Tx, orderId: string): void {
    tx.write(tx.table(TicketEntity).update({ guestName: null, orderNote: null, allergies: null }, { orderId }), {
      sql: 'UPDATE ticket_lines SET note = NULL, guestName = NULL, allergies = NULL WHERE ticketId IN (SELECT id FROM tickets WHERE orderId = ?)',
      values: [orderId],
    });
  }

  async find(id: string): Promise<TicketEntity | null> {
    return this.database.reader.findOneBy(TicketEntity, { id });
  }

  /** Those on the boards, the oldest first. */
  async listOpen(locationId: string, stationId?: string): Promise<WholeTicket[]> {
    if (stationId === undefined) return this.#list('locationId = ? AND onBoard = 1 ORDER BY id', [locationId]);
    return this.#list('locationId = ? AND onBoard = 1 AND stationId = ? ORDER BY id', [locationId, stationId]);
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
    return this.#list(`orderId IN (${marks(orderIds)}) ORDER BY id`, orderIds);
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
    const sql = conditions.map(([each]) => each).join(' AND ');
    const values = conditions.flatMap(([, each]) => each);
    return this.#list(`${sql} ORDER BY id DESC LIMIT ${String(limit)}`, values);
  }

  /** The orders of which some ticket should have been answered by now. */
  async listUnanswered(until: number, limit: number): Promise<TicketEntity[]> {
    const where = { answerDueAt: LessThanOrEqual(until) };
    return this.database.reader.find(TicketEntity, { where, order: { answerDueAt: 'ASC' }, take: limit });
  }

  /** In one round trip. */
  async #list(
    rest: string,
    values: readonly unknown[],
    manager: EntityManager = this.database.reader,
  ): Promise<WholeTicket[]> {
    const { tickets, lines } = selectWhole(manager, rest, values);
    const [found = [], below = []] = await sendTogether(manager, [tickets, lines]);
    return toWhole(manager, found, below);
  }
}

/** The tickets for which the condition holds, in its order and to its limit, and their lines. */
function selectWhole(manager: EntityManager, rest: string, values: readonly unknown[]) {
  const ids = `SELECT id FROM (SELECT id FROM tickets WHERE ${rest}) AS chosen`;
  return {
    tickets: Table.of(manager, TicketEntity).select(rest, values),
    lines: Table.of(manager, TicketLineEntity).select(`ticketId IN (${ids})`, values),
  };
}

function toWhole(manager: EntityManager, tickets: readonly Row[], lines: readonly Row[]): WholeTicket[] {
  const [ticketTable, lineTable] = [Table.of(manager, TicketEntity), Table.of(manager, TicketLineEntity)];
  const ordered = lines.map((row) => lineTable.read(row)).sort((a, b) => a.position - b.position);
  const byTicket = Map.groupBy(ordered, ({ ticketId }) => ticketId);
  return tickets.map((row) => {
    const ticket = ticketTable.read(row);
    return { ticket, lines: byTicket.get(ticket.id) ?? [] };
  });
}

function marks(values: readonly unknown[]): string {
  return values.map(() => '?').join(', ');
}

/** What of a line changes after it was made. */
function changing(line: TicketLineEntity): Partial<TicketLineEntity> {
  const { state, firedAt, startAt, dueAt, startedAt, readyAt, handedAt, bumpedFrom, withdrawal } = line;
  return { state, firedAt, startAt, dueAt, startedAt, readyAt, handedAt, bumpedFrom, withdrawal };
}
