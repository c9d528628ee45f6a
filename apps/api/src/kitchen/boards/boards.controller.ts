import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { AllDayView, BoardView, ExpoView, KitchenTimeView, StationView, TicketPage } from '@comanda/shared';
import { Access, CurrentActor } from '../../platform/http/index.js';
import type { Staff } from '../../platform/http/index.js';
import { Answers, AnswersList } from '../../platform/openapi/index.js';
import { AllDay } from './all-day.js';
import { BoardQuery, DayTicketsQuery, KitchenTimesQuery } from './board-query.dto.js';
import { Boards } from './boards.js';
import { KeptBoards } from './kept-boards.js';
import { KitchenTimes } from './kitchen-times.js';

const USUAL_PAGE = 50;

@ApiTags('Kitchen')
@Controller('locations/:locationId')
export class BoardsController {
  constructor(
    private readonly boards: Boards,
    private readonly kept: KeptBoards,
    private readonly allDay: AllDay,
    private readonly times: KitchenTimes,
  ) {}

  @Get('stations')
  @Access('kitchen.read')
  @ApiOperation({
    operationId: 'listStations',
    summary: 'The stations of the kitchen',
    description:
      'In their order in the kitchen, each with the ages at which its tickets count as due soon and as late.',
  })
  @AnswersList('StationView')
  stations(@Param('locationId') locationId: string): Promise<StationView[]> {
    return this.boards.stations(locationId);
  }

  @Get('board')
  @Access('kitchen.read')
  @ApiOperation({
    operationId: 'getBoard',
    summary: 'Open tickets, with the position from which live news go on',
    description: 'Fetch it once, then follow `events/stream?after=` its `position`.',
  })
  @Answers('BoardView')
  board(
    @CurrentActor() staff: Staff,
    @Param('locationId') locationId: string,
    @Query() query: BoardQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    void reply.type('application/json; charset=utf-8');
    return this.kept.board(locationId, stationOf(staff, query));
  }

  @Get('recallable')
  @Access('kitchen.read')
  @ApiOperation({
    operationId: 'listRecallableTickets',
    summary: "The day's tickets that were bumped or handed over and can be recalled, the newest first",
    description: '`stationId` narrows them to one station.',
  })
  @Answers('BoardView')
  recallable(
    @CurrentActor() staff: Staff,
    @Param('locationId') locationId: string,
    @Query() query: BoardQuery,
  ): Promise<BoardView> {
    return this.boards.recallable(locationId, stationOf(staff, query));
  }

  @Get('tickets')
  @Access('kitchen.read')
  @ApiOperation({
    operationId: 'listTickets',
    summary: 'All tickets of a business day, the newest first',
    description:
      'Whatever became of them. Narrow them by `stationId`, by the `number` of the order, or to an earlier `businessDate`.',
  })
  @Answers('TicketPage')
  tickets(
    @CurrentActor() staff: Staff,
    @Param('locationId') locationId: string,
    @Query() query: DayTicketsQuery,
  ): Promise<TicketPage> {
    const { cursor, limit = USUAL_PAGE, ...day } = query;
    const stationId = stationOf(staff, query);
    return this.boards.ofDay(locationId, {
      ...day,
      limit,
      ...(cursor === undefined ? {} : { before: cursor }),
      ...(stationId === undefined ? {} : { stationId }),
    });
  }

  @Get('expo')
  @Access('kitchen.read')
  @ApiOperation({
    operationId: 'getPass',
    summary: 'Whole orders at the pass, with how much of each the guest does not have yet',
    description:
      'Each order with the tickets of all its stations: `counts.outstanding` is what the guest does not have yet. A dish that is recalled or made again brings its order along.',
  })
  @Answers('ExpoView')
  expo(@Param('locationId') locationId: string): Promise<ExpoView> {
    return this.boards.expo(locationId);
  }

  @Get('all-day')
  @Access('kitchen.read')
  @ApiOperation({
    operationId: 'getAllDayCounts',
    summary: 'How many of each dish are to be made, over all open tickets',
    description:
      'By station, split by what is left out and what is added; what is held for a later course is counted apart.',
  })
  @Answers('AllDayView')
  allDayCounts(
    @CurrentActor() staff: Staff,
    @Param('locationId') locationId: string,
    @Query() query: BoardQuery,
  ): Promise<AllDayView> {
    return this.allDay.counts(locationId, stationOf(staff, query));
  }

  @Get('reports/kitchen-times')
  @Access('reports.read')
  @ApiOperation({
    operationId: 'getKitchenTimes',
    summary: 'How long each dish took at each station',
    description:
      'Over the business dates `from` to `to`: on average and at the longest, how many were late, how many made again.',
  })
  @AnswersList('KitchenTimeView')
  kitchenTimes(
    @Param('locationId') locationId: string,
    @Query() { from = '0000-01-01', to = '9999-12-31' }: KitchenTimesQuery,
  ): Promise<KitchenTimeView[]> {
    return this.times.between(locationId, from, to);
  }
}

/** A screen that belongs to a station sees this one, whatever it asks for. */
function stationOf({ stationId: own }: Staff, { stationId }: BoardQuery): string | undefined {
  return own ?? stationId;
}
