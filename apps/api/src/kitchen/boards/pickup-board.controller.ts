import { Controller, Get, Headers, Param, Query, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { PickupBoardView } from '@comanda/shared';
import type { FastifyReply } from 'fastify';
import { EventReader } from '../../platform/events/index.js';
import { Access } from '../../platform/http/index.js';
import { LiveQuery, LiveStream, resumeFrom, tellLast } from '../../platform/live/index.js';
import { Answers, Streams } from '../../platform/openapi/index.js';
import { PickupBoard } from './pickup-board.js';

/** The screen for guests who wait at the counter. */
@ApiTags('Tracking')
@Controller('locations/:locationId/pickup-board')
export class PickupBoardController {
  constructor(
    private readonly board: PickupBoard,
    private readonly events: EventReader,
    private readonly live: LiveStream,
  ) {}

  @Get()
  @Access('public')
  @ApiOperation({
    operationId: 'getPickupBoard',
    summary: 'The numbers of orders that are prepared, ready, or just collected',
    description: 'Of orders that are picked up; without names or anything else about anybody.',
  })
  @Answers('PickupBoardView')
  get(@Param('locationId') locationId: string): Promise<PickupBoardView> {
    return this.board.view(locationId);
  }

  @Get('live')
  @RouteConfig({ longLived: true })
  @Access('public')
  @ApiOperation({
    operationId: 'streamPickupBoard',
    summary: 'The pickup board each time it changes',
    description: 'The whole board each time; a number that was collected leaves it five minutes later.',
  })
  @Streams({ 'pickup-board': 'PickupBoardView' })
  async stream(
    @Param('locationId') locationId: string,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Query() { after }: LiveQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.board.view(locationId);
    const from = resumeFrom(lastEventId, after, await this.events.position(locationId));
    const tell = tellLast(
      ({ type }) => type.startsWith('order.'),
      async ({ position }) => ({ id: position, event: 'pickup-board', data: await this.board.view(locationId) }),
    );
    await this.live.serve(reply, { locationId, after: from, tell });
  }
}
