import { Injectable } from '@nestjs/common';
import type { TicketState } from '@comanda/shared';
import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Database, Tx } from '../platform/database/index.js';
import { TicketLineEntity } from './ticket-line.entity.js';
import { TicketEntity } from './ticket.entity.js';

/** A ticket with its lines in order. */
export interface WholeTicket {
  readonly ticket: TicketEntity;
  readonly lines: TicketLineEntity[];
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
    tx.insert(
      TicketLineEntity,
      tickets.flatMap(({ lines }) => lines),
    );
  }

  /** The order's row is locked already, and nobody changes a ticket without that lock. */
  async listOfOrder(tx: Tx, orderId: string): Promise<WholeTicket[]> {
    return this.#whole(tx.manager, await tx.manager.find(TicketEntity, { where: { orderId }, order: { id: 'ASC' } }));
  }

  async save(tx: Tx, { ticket, lines }: WholeTicket): Promise<void> {
    const { id, version, state, startedAt, readyAt, recalled } = ticket;
    await tx.manager.update(TicketEntity, { id }, { version, state, startedAt, readyAt, recalled });
    for (const line of lines) {
      const { id: lineId, state: lineState, startedAt: began, readyAt: done } = line;
      await tx.manager.update(TicketLineEntity, { id: lineId }, { state: lineState, startedAt: began, readyAt: done });
    }
  }

  async find(id: string): Promise<TicketEntity | null> {
    return this.database.reader.findOneBy(TicketEntity, { id });
  }

  async list(locationId: string, states: readonly TicketState[], stationId?: string): Promise<WholeTicket[]> {
    const where = { locationId, state: In([...states]), ...(stationId === undefined ? {} : { stationId }) };
    const manager = this.database.reader;
    return this.#whole(manager, await manager.find(TicketEntity, { where, order: { id: 'ASC' } }));
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
