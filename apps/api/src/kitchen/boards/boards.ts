import { Injectable } from '@nestjs/common';
import type {
  BoardView,
  ExpoOrderView,
  ExpoView,
  OrderSummaryView,
  StationView,
  TicketPage,
  TicketView,
} from '@comanda/shared';
import { isOnBoard, orderCounts } from '@comanda/shared';
import { businessDateAt, LocationDirectory } from '../../locations/index.js';
import { OrderReading } from '../../orders/index.js';
import { Clock } from '../../platform/clock/index.js';
import { EventReader } from '../../platform/events/index.js';
import { TicketRepository } from '../ticket/ticket.repository.js';
import { toTicketView } from '../ticket/ticket.view.js';

/** Nobody scrolls further back to recall a ticket; older ones are found by their number. */
const RECALLABLE = 100;

export interface DayTickets {
  readonly businessDate?: string;
  readonly stationId?: string;
  readonly number?: number;
  /** Only tickets made before the one with this id. */
  readonly before?: string;
  readonly limit: number;
}

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
    const tickets = await this.tickets.listOpen(locationId, stationId);
    return { position, at: this.now(), tickets: tickets.map(toTicketView).filter(isOnBoard) };
  }

  /** Tickets of the day that have left the board and may come back, handed over or not, the newest first. */
  async recallable(locationId: string, stationId?: string): Promise<BoardView> {
    const position = await this.events.position(locationId);
    const tickets = await this.tickets.listOfDay({
      locationId,
      businessDate: await this.#today(locationId),
      states: ['ready', 'handed'],
      limit: RECALLABLE,
      ...(stationId === undefined ? {} : { stationId }),
    });
    return { position, at: this.now(), tickets: tickets.map(toTicketView) };
  }

  /** All tickets of a business day, whatever became of them, the newest first. */
  async ofDay(locationId: string, { limit, businessDate: day, ...query }: DayTickets): Promise<TicketPage> {
    const found = await this.tickets.listOfDay({
      locationId,
      businessDate: day ?? (await this.#today(locationId)),
      limit: limit + 1,
      ...query,
    });
    const data = found.slice(0, limit).map(toTicketView);
    const last = data.at(-1);
    const hasMore = found.length > limit;
    return { data, hasMore, ...(hasMore && last ? { nextCursor: last.id } : {}) };
  }

  /** Whole orders at the pass, the oldest first; a dish that comes back brings its order along. */
  async expo(locationId: string): Promise<ExpoView> {
    const position = await this.events.position(locationId);
    const ids = await this.tickets.listOrdersAtPass(locationId);
    const tickets = (await this.tickets.listOfOrders(ids)).map(toTicketView);
    const byOrder = Map.groupBy(tickets, ({ orderId }) => orderId);
    const orders = await this.orders.summaries(ids);
    return {
      position,
      at: this.now(),
      orders: orders
        .filter(({ state }) => state !== 'cancelled')
        .map((order) => toExpoOrder(order, byOrder.get(order.id) ?? [])),
    };
  }

  /** The time as screens are told it: their clocks may be wrong. */
  now(): string {
    return new Date(this.clock.now()).toISOString();
  }

  async #today(locationId: string): Promise<string> {
    return businessDateAt(await this.locations.recent(locationId), this.clock.now());
  }
}

function toExpoOrder(order: OrderSummaryView, tickets: readonly TicketView[]): ExpoOrderView {
  return {
    orderId: order.id,
    orderNumber: order.number,
    version: order.version,
    state: order.state,
    paymentState: order.paymentState,
    fulfilment: order.fulfilment.type,
    ...(order.fulfilment.tableName === undefined ? {} : { tableName: order.fulfilment.tableName }),
    ...(order.guestName === undefined ? {} : { guestName: order.guestName }),
    ...(order.fulfilment.cutlery === undefined ? {} : { cutlery: order.fulfilment.cutlery }),
    placedAt: order.placedAt,
    rush: tickets.some(({ rush }) => rush),
    counts: orderCounts(tickets.flatMap(({ lines }) => lines)),
    tickets,
  };
}
