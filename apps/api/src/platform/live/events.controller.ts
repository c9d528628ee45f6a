import { Controller, Get, Headers, Param, Query, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { EventView, Page } from '@comanda/shared';
import { LIMITS } from '@comanda/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { EventReader } from '../events/index.js';
import { Access, accessOf, DomainError } from '../http/index.js';
import { Answers, Streams } from '../openapi/index.js';
import { EventsQuery, LiveQuery } from './live-query.dto.js';
import { tellAlike } from './live-message.js';
import { LiveStream, resumeFrom } from './live-stream.js';

const PUBLIC_TYPES: ReadonlySet<string> = new Set(['menu.published', 'availability.changed', 'location.changed']);

const TELL_ALL = tellAlike('all', (event) => ({ id: event.position, event: event.type, data: event }));
const TELL_GUESTS = tellAlike('guests', ({ position, type, at, seq }) =>
  PUBLIC_TYPES.has(type) ? { id: position, event: type, data: { position, type, at, seq } } : null,
);

@ApiTags('Live')
@Controller('locations/:locationId')
export class EventsController {
  constructor(
    private readonly events: EventReader,
    private readonly live: LiveStream,
  ) {}

  @Get('events')
  @Access('kitchen.read')
  @ApiOperation({
    operationId: 'listEvents',
    summary: 'Events after a position, the oldest first: the same as the stream, for those who ask',
    description:
      'For programs that ask now and then. `nextCursor` is the position to send as `after` next time; nothing is ever left out.',
  })
  @Answers('EventPage')
  async list(
    @Param('locationId') locationId: string,
    @Query() { after = 0, limit = LIMITS.pageSize }: EventsQuery,
  ): Promise<Page<EventView>> {
    const events = await this.events.listAfter(locationId, after, limit + 1);
    const data = events.slice(0, limit);
    return { data, hasMore: events.length > limit, nextCursor: String(data.at(-1)?.position ?? after) };
  }

  @Get('events/stream')
  @RouteConfig({ longLived: true })
  @Access('kitchen.read')
  @ApiOperation({
    operationId: 'streamEvents',
    summary: 'All events of the restaurant, live',
    description:
      'Every event once, in order and without gaps: `position` counts 1, 2, 3 ... Send the last one that you have as `Last-Event-ID` or `after`. It ends within seconds of the session.',
  })
  @Streams({ '*': 'EventView' })
  async stream(
    @Param('locationId') locationId: string,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Query() { after }: LiveQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const from = resumeFrom(lastEventId, after, await this.events.position(locationId));
    await this.live.serve(reply, { locationId, after: from, tell: TELL_ALL, access: accessOf(request) });
  }

  @Get('live')
  @RouteConfig({ longLived: true })
  @Access('public')
  @ApiOperation({
    operationId: 'streamPublicEvents',
    summary: 'Tells guests that the menu or what is on sale has changed',
    description:
      'Positions and types alone, nothing of orders: a site that hears one fetches the menu or what is on sale again.',
  })
  @Streams({
    'menu.published': 'PublicEventView',
    'availability.changed': 'PublicEventView',
    'location.changed': 'PublicEventView',
  })
  async publicStream(
    @Param('locationId') locationId: string,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Query() { after }: LiveQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const position = await this.events.findPosition(locationId);
    // Nobody may hold a stream of a restaurant that is none.
    if (position === null) throw new DomainError('not_found', 'There is no such restaurant.');
    const from = resumeFrom(lastEventId, after, position);
    await this.live.serve(reply, { locationId, after: from, tell: TELL_GUESTS });
  }
}
