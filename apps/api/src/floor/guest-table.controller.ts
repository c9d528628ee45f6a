import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type {
  EventView,
  GuestCallView,
  GuestTableView,
  OrderSummaryView,
  SittingFact,
  TicketView,
} from '@comanda/shared';
import type { FastifyReply } from 'fastify';
import { LocationDirectory } from '../locations/index.js';
import type { DiningTable } from '../locations/index.js';
import { OrderReading } from '../orders/index.js';
import { Transactions } from '../platform/database/index.js';
import { EventReader } from '../platform/events/index.js';
import { Access, LimitedTo } from '../platform/http/index.js';
import { LiveQuery, LiveStream, resumeFrom, tellLast } from '../platform/live/index.js';
import { Answers, Streams } from '../platform/openapi/index.js';
import { TableCalls } from '../seating/index.js';
import { CallDto } from './floor.dto.js';
import { FloorReading } from './floor-reading.js';
import { toGuestCall } from './floor.view.js';

/** What guests see and do at their table; the secret of the table's code stands for sitting there. */
@ApiTags('Floor')
@Controller('tables/:tableToken')
export class GuestTableController {
  constructor(
    private readonly locations: LocationDirectory,
    private readonly reading: FloorReading,
    private readonly calls: TableCalls,
    private readonly orders: OrderReading,
    private readonly transactions: Transactions,
    private readonly events: EventReader,
    private readonly live: LiveStream,
  ) {}

  @Get('sitting')
  @Access('public')
  @ApiOperation({
    operationId: 'getGuestTable',
    summary: 'The rounds and calls of everybody at the table',
    description: 'Who ordered what, by the names that the guests gave; empty while nobody sits there.',
  })
  @Answers('GuestTableView')
  async get(@Param('tableToken') token: string): Promise<GuestTableView> {
    return this.reading.guestTable(await this.locations.tableByToken(token));
  }

  @Post('calls')
  @HttpCode(200)
  @Access('public')
  @LimitedTo('order')
  @ApiOperation({
    operationId: 'callWaiter',
    summary: 'A guest wants a waiter, or the bill',
    description: 'Calling again before somebody has acknowledged it is the same call.',
  })
  @Answers('GuestCallView')
  async call(@Param('tableToken') token: string, @Body() { kind }: CallDto): Promise<GuestCallView> {
    const table = await this.locations.tableByToken(token);
    return toGuestCall(
      await this.transactions.run((tx) => this.calls.call(tx, { table, lastRoundAt: this.orders.lastRoundAt }, kind)),
    );
  }

  @Get('live')
  @RouteConfig({ longLived: true })
  @Access('public')
  @ApiOperation({
    operationId: 'streamGuestTable',
    summary: 'The table each time something happens there',
    description: 'The whole table with each message. Send the last id that you have as `Last-Event-ID` or `after`.',
  })
  @Streams({ table: 'GuestTableView' })
  async stream(
    @Param('tableToken') token: string,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Query() { after }: LiveQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const table = await this.locations.tableByToken(token);
    const { locationId } = table;
    const from = resumeFrom(lastEventId, after, await this.events.position(locationId));
    const tell = tellLast(
      (event) => happensAt(event, table),
      async ({ position }) => ({ id: position, event: 'table', data: await this.reading.guestTable(table) }),
    );
    await this.live.serve(reply, { locationId, after: from, tell });
  }
}

interface TableNews {
  readonly sitting?: SittingFact;
  readonly from?: { readonly id: string };
  readonly order?: OrderSummaryView;
  readonly fromTableName?: string;
  readonly ticket?: TicketView;
}

/** True for what comes to the table, goes on there, or leaves it. */
function happensAt({ data }: EventView, { id, name }: DiningTable): boolean {
  const { sitting, from, order, fromTableName, ticket }: TableNews = data;
  const ids = [sitting?.tableId, from?.id, order?.fulfilment.tableId];
  return ids.includes(id) || fromTableName === name || ticket?.tableName === name;
}
