import { Controller, Get, Headers, Param, Query, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { EventView, Page } from '@comanda/shared';
import { LIMITS } from '@comanda/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { EventReader } from '../events/index.js';
import { Access, accessOf, CurrentActor, DomainError } from '../http/index.js';
import type { Staff } from '../http/index.js';
import { Answers, Streams } from '../openapi/index.js';
import { EventsQuery, LiveQuery } from './live-query.dto.js';
import { tellAlike } from './live-message.js';
import { LiveStream, resumeFrom } from './live-stream.js';

const PUBLIC_TYPES: ReadonlySet<string> = new Set(['menu.published', 'availability.changed', 'location.changed']);

const TELL_ALL = tellAlike('all', (event) => ({ id: event.position, event: event.type, data: event }));
const tellStation = (stationId: string) =>
  tellAlike(`station ${stationId}`, (event) => {
    const data = shownAt(stationId, event);
    return { id: data.position, event: data.type, data };
  });
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
    @CurrentActor() { stationId }: Staff,
    @Param('locationId') locationId: string,
    @Query() { after = 0, limit = LIMITS.pageSize }: EventsQuery,
  ): Promise<Page<EventView>> {
    const events = await this.events.listAfter(locationId, after, limit + 1);
    const page = events.slice(0, limit);
    const data = stationId === undefined ? page : page.map((event) => shownAt(stationId, event));
    return { data, hasMore: events.length > limit, nextCursor: String(data.at(-1)?.position ?? after) };
  }

  @Get('events/stream')
  @RouteConfig({ longLived: true })
  @Access('kitchen.read')
  @ApiOperation({
    operationId: 'streamEvents',
    summary: 'All events of the restaurant, live',
    description:
      'Every event once, in order and without gaps: `position` counts 1, 2, 3 ... Send the last one that you have as `Last-Event-ID` or `after`. It ends within seconds of the session. A screen of one station gets the `data` of its own tickets alone.',
  })
  @Streams({ '*': 'EventView' })
  async stream(
    @CurrentActor() { stationId }: Staff,
    @Param('locationId') locationId: string,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Query() { after }: LiveQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const from = resumeFrom(lastEventId, after, await this.events.position(locationId));
    const tell = stationId === undefined ? TELL_ALL : tellStation(stationId);
    await this.live.serve(reply, { locationId, after: from, tell, access: accessOf(request) });
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

const NOT_FOR_STATIONS: ReadonlySet<string> = new Set(['order', 'sitting', 'stock']);

/** A screen of one station hears that something happened, so that it misses nothing, and reads its own tickets alone. */
function shownAt(stationId: string, event: EventView): EventView {
  const { ticket } = event.data as { readonly ticket?: { readonly stationId: string } };
  const isShown = ticket ? ticket.stationId === stationId : !NOT_FOR_STATIONS.has(event.subject.kind);
  return isShown ? event : { ...event, data: {} };
}
