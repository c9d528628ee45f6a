import { Controller, Headers, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { TicketView } from '@comanda/shared';
import { Transactions } from '../../platform/database/index.js';
import { Access, CurrentActor, requireVersion } from '../../platform/http/index.js';
import type { Staff } from '../../platform/http/index.js';
import { Answers, Refuses } from '../../platform/openapi/index.js';
import type { CookTarget } from './ticket-commands.js';
import { TicketCommands } from './ticket-commands.js';

type Seen = string | undefined;

/** Dishes of a ticket, one by one. */
@ApiTags('Kitchen')
@Controller('tickets/:id/lines/:lineId')
export class TicketLinesController {
  constructor(
    private readonly commands: TicketCommands,
    private readonly transactions: Transactions,
  ) {}

  @Post('start')
  @HttpCode(200)
  @Access('kitchen.cook')
  @ApiOperation({
    operationId: 'startTicketLine',
    summary: 'Start one line',
    description: 'The others wait. A line that is started already is answered as it is.',
  })
  @Answers('TicketView')
  @Refuses('invalid_transition', 'allergy_unacknowledged')
  start(
    @CurrentActor() staff: Staff,
    @Param('id') id: string,
    @Param('lineId') lineId: string,
    @Headers('if-match') seen: Seen,
  ) {
    return this.#cook({ id, staff, command: 'start-line', lineId }, seen);
  }

  @Post('completion')
  @HttpCode(200)
  @Access('kitchen.cook')
  @ApiOperation({
    operationId: 'finishTicketLine',
    summary: 'One line is done; the last one bumps the ticket',
    description: 'The others go on. A line that is done already is answered as it is.',
  })
  @Answers('TicketView')
  @Refuses('invalid_transition', 'allergy_unacknowledged')
  finish(
    @CurrentActor() staff: Staff,
    @Param('id') id: string,
    @Param('lineId') lineId: string,
    @Headers('if-match') seen: Seen,
  ) {
    return this.#cook({ id, staff, command: 'finish-line', lineId }, seen);
  }

  @Post('reopening')
  @HttpCode(200)
  @Access('kitchen.cook')
  @ApiOperation({
    operationId: 'reopenTicketLine',
    summary: 'One line was not done after all',
    description: 'Takes the completion of one line back: it is being made again, and so is its ticket.',
  })
  @Answers('TicketView')
  @Refuses('invalid_transition')
  reopen(
    @CurrentActor() staff: Staff,
    @Param('id') id: string,
    @Param('lineId') lineId: string,
    @Headers('if-match') seen: Seen,
  ) {
    return this.#cook({ id, staff, command: 'reopen-line', lineId }, seen);
  }

  @Post('hand-over')
  @HttpCode(200)
  @Access('orders.hand-over')
  @ApiOperation({
    operationId: 'handOverTicketLine',
    summary: 'One line has reached the guest; the last one completes the order',
    description: 'The guest has this dish, others may still be cooking.',
  })
  @Answers('TicketView')
  @Refuses('invalid_transition')
  handOver(
    @CurrentActor() staff: Staff,
    @Param('id') id: string,
    @Param('lineId') lineId: string,
    @Headers('if-match') seen: Seen,
  ) {
    return this.#cook({ id, staff, command: 'hand-over-line', lineId }, seen);
  }

  async #cook(target: CookTarget, seen: Seen): Promise<TicketView> {
    const version = requireVersion(seen);
    const orderId = await this.commands.orderOf(target);
    const seenTarget = { ...target, ...(version === undefined ? {} : { version }) };
    return this.transactions.run((tx) => this.commands.command(tx, orderId, seenTarget));
  }
}
