import { Injectable } from '@nestjs/common';
import type { TicketState } from '@comanda/shared';
import { In, LessThan, LessThanOrEqual } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Database, Tx } from '../../platform/database/index.js';
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

const OLDEST_FIRST = { id: 'ASC' } as const;

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

  /** The order's row is locked already, and nobody changes a ticket without that lock. */
  async listOfOrder(tx: Tx, orderId: string): Promise<WholeTicket[]> {
    return this.#whole(tx.manager, await tx.manager.find(TicketEntity, { where: { orderId }, order: { id: 'ASC' } }));
  }

  /** Writes the tickets, as they are by now, and their lines when the transaction ends. */
  save(tx: Tx, { ticket, lines }: WholeTicket): void {
    const { id, ...ticketValues } = ticket;
    tx.write(tx.table(TicketEntity).update(ticketValues, { id }));
    for (const { id: lineId, ...values } of lines) {
      tx.write(tx.table(TicketLineEntity).update(changing(values), { id: lineId }));
    }
  }

  async find(id: string): Promise<TicketEntity | null> {
    return this.database.reader.findOneBy(TicketEntity, { id });
  }

  /** Those on the boards, the oldest first. */
  async listOpen(locationId: string, stationId?: string): Promise<WholeTicket[]> {
    const where = { locationId, onBoard: true, ...(stationId === undefined ? {} : { stationId }) };
    const manager = this.database.reader;
    return this.#whole(manager, await manager.find(TicketEntity, { where, order: OLDEST_FIRST }));
  }

  /** Those on the boards and those that are ready, without their lines; asked apart, as each has its own index. */
  async listAtPass(locationId: string): Promise<{ ticket: TicketEntity }[]> {
    const { reader } = this.database;
    const open = await reader.findBy(TicketEntity, { locationId, onBoard: true });
    const ready = await reader.findBy(TicketEntity, { locationId, state: 'ready' });
    return [...open, ...ready].map((ticket) => ({ ticket }));
  }

  async listOfOrders(orderIds: readonly string[]): Promise<WholeTicket[]> {
    if (orderIds.length === 0) return [];
    const manager = this.database.reader;
    const where = { orderId: In([...orderIds]) };
    return this.#whole(manager, await manager.find(TicketEntity, { where, order: OLDEST_FIRST }));
  }

  /** The newest first. */
  async listOfDay({ states, before, number, limit, ...day }: DayQuery): Promise<WholeTicket[]> {
    const manager = this.database.reader;
    const where = {
      ...day,
      ...(states === undefined ? {} : { state: In([...states]) }),
      ...(number === undefined ? {} : { orderNumber: number }),
      ...(before === undefined ? {} : { id: LessThan(before) }),
    };
    return this.#whole(manager, await manager.find(TicketEntity, { where, order: { id: 'DESC' }, take: limit }));
  }

  /** The orders of which some ticket should have been answered by now. */
  async listUnanswered(until: number, limit: number): Promise<TicketEntity[]> {
    const where = { answerDueAt: LessThanOrEqual(until) };
    return this.database.reader.find(TicketEntity, { where, order: { answerDueAt: 'ASC' }, take: limit });
  }

  async #whole(manager: EntityManager, tickets: readonly TicketEntity[]): Promise<WholeTicket[]> {
    if (tickets.length === 0) return [];
    const lines = await manager.find(TicketLineEntity, {
      where: { ticketId: In(tickets.map(({ id }) => id)) },
      order: { position: 'ASC' },
    });
    const byTicket = Map.groupBy(lines, ({ ticketId }) => ticketId);
    return tickets.map((ticket) => ({ ticket, lines: byTicket.get(ticket.id) ?? [] }));
  }
}

/** What of a line changes after it was made. */
function changing(line: Omit<TicketLineEntity, 'id'>): Partial<TicketLineEntity> {
  const { state, firedAt, startAt, dueAt, startedAt, readyAt, handedAt, bumpedFrom, withdrawal } = line;
  return { state, firedAt, startAt, dueAt, startedAt, readyAt, handedAt, bumpedFrom, withdrawal };
}
