import { Injectable } from '@nestjs/common';
import type { EventView, TicketView } from '@comanda/shared';
import { EventReader } from '../../platform/events/index.js';
import type { Staff } from '../../platform/http/index.js';
import { TicketCommands } from './ticket-commands.js';

/** What happened to one ticket, out of the history of its order. */
@Injectable()
export class TicketHistory {
  constructor(
    private readonly commands: TicketCommands,
    private readonly events: EventReader,
  ) {}

  /** Throws `not_found`, also for another restaurant's ticket. */
  async of(staff: Staff, ticketId: string): Promise<EventView[]> {
    const orderId = await this.commands.orderOf({ id: ticketId, staff });
    const events = await this.events.listOfSubject('order', orderId);
    return events.filter(({ data }) => (data['ticket'] as TicketView | undefined)?.id === ticketId);
  }
}
