import { Controller, Get, Headers, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { OrderView } from '@comanda/shared';
import type { FastifyReply } from 'fastify';
import { Transactions } from '../platform/database/index.js';
import { EventReader } from '../platform/events/index.js';
import { Access, etag, isUnchanged, unchanged } from '../platform/http/index.js';
import { LiveQuery, LiveStream, resumeFrom, tellLast } from '../platform/live/index.js';
import { Answers, Refuses, Streams } from '../platform/openapi/index.js';
import { OrderCommands } from './order-commands.js';
import { OrderReading } from './order-reading.js';

/** A guest follows an order by its secret link, without an account. */
@ApiTags('Tracking')
@Controller('tracking/:trackingToken')
export class TrackingController {
  constructor(
    private readonly reading: OrderReading,
    private readonly commands: OrderCommands,
    private readonly transactions: Transactions,
    private readonly events: EventReader,
    private readonly live: LiveStream,
  ) {}

  @Get()
  @Access('public')
  @ApiOperation({
    operationId: 'getTrackedOrder',
    summary: 'The order behind a tracking link',
    description:
      'What the guest who ordered may see of it. The secret token of the link stands for a log-in. Where several ordered together, address and phone number are left out: all of them have the link.',
  })
  @Answers('OrderView', { etag: true })
  async get(
    @Param('trackingToken') token: string,
    @Headers('if-none-match') known: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OrderView | undefined> {
    const view = await this.reading.forGuest(token);
    const tag = etag(view.version);
    if (isUnchanged(known, tag)) return unchanged(reply, tag);
    void reply.header('ETag', tag);
    return view;
  }

  @Post('cancellation')
  @HttpCode(200)
  @Access('public')
  @ApiOperation({
    operationId: 'cancelTrackedOrder',
    summary: 'Cancel until a cook starts',
    description:
      'As long as no cook has started; after that the guest asks the staff. What was taken off the shelf goes back.',
  })
  @Answers('OrderView')
  @Refuses('invalid_transition')
  async cancel(@Param('trackingToken') token: string): Promise<OrderView> {
    const { id } = await this.reading.byToken(token);
    return this.transactions.run(async (tx) => {
      await this.commands.cancelAsGuest(tx, id, 'Cancelled by the guest');
      await tx.flush();
      return this.reading.forGuest(token, tx.manager);
    });
  }

  @Get('live')
  @RouteConfig({ longLived: true })
  @Access('public')
  @ApiOperation({
    operationId: 'streamTrackedOrder',
    summary: 'The order each time it changes',
    description:
      'The whole order with each message. Send the last id that you have as `Last-Event-ID` or `after`; it begins with what you missed.',
  })
  @Streams({ order: 'OrderView' })
  async stream(
    @Param('trackingToken') token: string,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Query() { after }: LiveQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { id, locationId } = await this.reading.byToken(token);
    const from = resumeFrom(lastEventId, after, await this.events.position(locationId));
    const tell = tellLast(
      ({ subject }) => subject.id === id,
      async ({ position }) => ({ id: position, event: 'order', data: await this.reading.forGuest(token) }),
    );
    await this.live.serve(reply, { locationId, after: from, tell });
  }
}
