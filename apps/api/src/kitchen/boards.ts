import { Injectable } from '@nestjs/common';
import type { BoardView, ExpoView, OrderState, StationView, TicketState } from '@comanda/shared';
import { LIMITS } from '@comanda/shared';
import { LocationDirectory } from '../locations/index.js';
import { OrderReading } from '../orders/index.js';
import { Clock } from '../platform/clock/index.js';
import { EventReader } from '../platform/events/index.js';
import { TicketRepository } from './ticket.repository.js';
import { toTicketView } from './ticket.view.js';

const ON_BOARD: readonly TicketState[] = ['fired', 'started', 'cancelled'];
const AT_THE_PASS: readonly TicketState[] = ['fired', 'started', 'ready'];
const OPEN_ORDERS: readonly OrderState[] = ['in-kitchen', 'ready'];

/** What the screens in the kitchen show. The feed's position is read first: news that comes twice does no harm. */
@Injectable()
export class Boards {
  constructor(
    private readonly tickets: TicketRepository,
    private readonly orders: OrderReading,
    private readonly locations: LocationDirectory,
    private readonly events: EventReader,
    private readonly clock: Clock,
  ) {}

  async stations(locationId: string): Promise<StationView[]> {
    const stations = await this.locations.stations(locationId);
    return stations.map(({ id, name, position, dueSoonSeconds, lateSeconds }) => ({
      id,
      name,
      position,
      dueSoonSeconds,
      lateSeconds,
    }));
  }

  /** The open tickets of a station, or of all of them, the oldest first. */
  async board(locationId: string, stationId?: string): Promise<BoardView> {
    const position = await this.events.position(locationId);
    const tickets = await this.tickets.list(locationId, ON_BOARD, stationId);
    return { position, at: this.#now(), tickets: tickets.map(toTicketView) };
  }

  /** Tickets that have left the board and may come back, the newest first. */
  async recallable(locationId: string, stationId?: string): Promise<BoardView> {
    const position = await this.events.position(locationId);
    const tickets = await this.tickets.list(locationId, ['ready'], stationId);
    return { position, at: this.#now(), tickets: tickets.reverse().map(toTicketView) };
  }

  /** Whole orders at the pass, the oldest first. */
  async expo(locationId: string): Promise<ExpoView> {
    const position = await this.events.position(locationId);
    const page = await this.orders.list(locationId, { states: OPEN_ORDERS, limit: LIMITS.pageSize });
    const tickets = (await this.tickets.list(locationId, AT_THE_PASS)).map(toTicketView);
    const orders = [...page.data].reverse().map((order) => ({
      orderId: order.id,
      orderNumber: order.number,
      version: order.version,
      state: order.state,
      paymentState: order.paymentState,
      fulfilment: order.fulfilment.type,
      ...(order.fulfilment.tableName === undefined ? {} : { tableName: order.fulfilment.tableName }),
      ...(order.guestName === undefined ? {} : { guestName: order.guestName }),
      placedAt: order.placedAt,
      tickets: tickets.filter(({ orderId }) => orderId === order.id),
    }));
    return { position, at: this.#now(), orders };
  }

  #now(): string {
    return new Date(this.clock.now()).toISOString();
  }
}
