import { Controller, Get, Headers, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { BoardView, ExpoView, StationView, TicketView } from '@comanda/shared';
import { Transactions } from '../platform/database/index.js';
import { Access, CurrentActor, requireVersion } from '../platform/http/index.js';
import type { Staff } from '../platform/http/index.js';
import { Answers, AnswersList, Refuses } from '../platform/openapi/index.js';
import { BoardQuery } from './board-query.dto.js';
import { Boards } from './boards.js';
import { Tickets } from './tickets.js';
import type { TicketTarget } from './tickets.js';

@ApiTags('Kitchen')
@Controller()
export class KitchenController {
  constructor(
    private readonly boards: Boards,
    private readonly tickets: Tickets,
    private readonly transactions: Transactions,
  ) {}

  @Get('locations/:locationId/stations')
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

  @Get('locations/:locationId/board')
  @Access('kitchen.read')
  @ApiOperation({
    operationId: 'getBoard',
    summary: 'Open tickets, with the position from which live news go on',
    description: 'Fetch it once, then follow `events/stream?after=` its `position`.',
  })
  @Answers('BoardView')
  board(@Param('locationId') locationId: string, @Query() { stationId }: BoardQuery): Promise<BoardView> {
    return this.boards.board(locationId, stationId);
  }

  @Get('locations/:locationId/recallable')
  @Access('kitchen.read')
  @ApiOperation({
    operationId: 'listRecallableTickets',
    summary: 'Bumped tickets that can be recalled, the newest first',
    description:
      'Tickets that are ready and not handed over yet, in case one was bumped by mistake. `stationId` narrows them to one station.',
  })
  @Answers('BoardView')
  recallable(@Param('locationId') locationId: string, @Query() { stationId }: BoardQuery): Promise<BoardView> {
    return this.boards.recallable(locationId, stationId);
  }

  @Get('locations/:locationId/expo')
  @Access('kitchen.read')
  @ApiOperation({
    operationId: 'getPass',
    summary: 'Whole orders at the pass',
    description:
      'Each open order with the tickets of all its stations, so that the pass sees when a table can be served.',
  })
  @Answers('ExpoView')
  expo(@Param('locationId') locationId: string): Promise<ExpoView> {
    return this.boards.expo(locationId);
  }

  @Post('tickets/:id/start')
  @HttpCode(200)
  @Access('kitchen.cook')
  @ApiOperation({
    operationId: 'startTicket',
    summary: 'Start a ticket',
    description:
      'A cook begins: from now on the guest cannot cancel any more. Started already, it is answered as it is.',
  })
  @Answers('TicketView')
  @Refuses('invalid_transition')
  start(@CurrentActor() staff: Staff, @Param('id') id: string, @Headers('if-match') seen: string | undefined) {
    return this.#command({ id, staff, command: 'start' }, seen);
  }

  @Post('tickets/:id/bump')
  @HttpCode(200)
  @Access('kitchen.cook')
  @ApiOperation({
    operationId: 'bumpTicket',
    summary: 'All lines done: the ticket leaves the board',
    description: 'Also when lines are still open. When the last ticket of an order is bumped, the order is ready.',
  })
  @Answers('TicketView')
  @Refuses('invalid_transition')
  bump(@CurrentActor() staff: Staff, @Param('id') id: string, @Headers('if-match') seen: string | undefined) {
    return this.#command({ id, staff, command: 'bump' }, seen);
  }

  @Post('tickets/:id/recall')
  @HttpCode(200)
  @Access('kitchen.cook')
  @ApiOperation({
    operationId: 'recallTicket',
    summary: 'Bring a bumped ticket back, its clock going on',
    description: 'For a bump by mistake. The ticket keeps its age; an order that was ready is in the kitchen again.',
  })
  @Answers('TicketView')
  @Refuses('invalid_transition')
  recall(@CurrentActor() staff: Staff, @Param('id') id: string, @Headers('if-match') seen: string | undefined) {
    return this.#command({ id, staff, command: 'recall' }, seen);
  }

  @Post('tickets/:id/acknowledgement')
  @HttpCode(200)
  @Access('kitchen.cook')
  @ApiOperation({
    operationId: 'acknowledgeTicket',
    summary: 'The cook has seen that the ticket is cancelled',
    description: 'A cancelled ticket stays on the board until then, so that nobody goes on cooking it.',
  })
  @Answers('TicketView')
  @Refuses('invalid_transition')
  acknowledge(@CurrentActor() staff: Staff, @Param('id') id: string, @Headers('if-match') seen: string | undefined) {
    return this.#command({ id, staff, command: 'acknowledge' }, seen);
  }

  @Post('tickets/:id/lines/:lineId/completion')
  @HttpCode(200)
  @Access('kitchen.cook')
  @ApiOperation({
    operationId: 'finishTicketLine',
    summary: 'One line is done; the last one bumps the ticket',
    description: 'The others go on. A line that is done already is answered as it is.',
  })
  @Answers('TicketView')
  @Refuses('invalid_transition')
  finishLine(
    @CurrentActor() staff: Staff,
    @Param('id') id: string,
    @Param('lineId') lineId: string,
    @Headers('if-match') seen: string | undefined,
  ) {
    return this.#command({ id, staff, command: 'finish-line', lineId }, seen);
  }

  async #command(target: TicketTarget, seen: string | undefined): Promise<TicketView> {
    const version = requireVersion(seen);
    const orderId = await this.tickets.orderOf(target.id);
    const seenTarget = { ...target, ...(version === undefined ? {} : { version }) };
    return this.transactions.run((tx) => this.tickets.command(tx, orderId, seenTarget));
  }
}
