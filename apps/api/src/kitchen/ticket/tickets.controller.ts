import { Body, Controller, Get, Headers, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { EventView, TicketView } from '@comanda/shared';
import { Transactions } from '../../platform/database/index.js';
import type { Tx } from '../../platform/database/index.js';
import { Access, CurrentActor, requireVersion } from '../../platform/http/index.js';
import type { Staff } from '../../platform/http/index.js';
import { Answers, AnswersList, Refuses } from '../../platform/openapi/index.js';
import { Withdrawals } from '../withdrawals/withdrawals.js';
import type { CookTarget, TicketTarget } from './ticket-commands.js';
import { TicketCommands } from './ticket-commands.js';
import { TicketHistory } from './ticket-history.js';
import { AcknowledgeDto } from './ticket.dto.js';

type Seen = string | undefined;

/** What a cook does with a ticket. Each command that has taken effect already answers as it did, and is told no more. */
@ApiTags('Kitchen')
@Controller('tickets/:id')
export class TicketsController {
  constructor(
    private readonly commands: TicketCommands,
    private readonly withdrawals: Withdrawals,
    private readonly history: TicketHistory,
    private readonly transactions: Transactions,
  ) {}

  @Get('events')
  @Access('kitchen.read')
  @ApiOperation({
    operationId: 'listTicketEvents',
    summary: 'All that happened to a ticket: each bump and each recall',
    description: 'Out of the history of its order, the oldest first, each with the ticket as it was then.',
  })
  @AnswersList('EventView')
  events(@CurrentActor() staff: Staff, @Param('id') id: string): Promise<EventView[]> {
    return this.history.of(staff, id);
  }

  @Post('allergy-acknowledgement')
  @HttpCode(200)
  @Access('kitchen.cook')
  @ApiOperation({
    operationId: 'acknowledgeAllergy',
    summary: 'A cook has read what the guest is allergic to',
    description: 'Before that the ticket cannot be started: `allergy_unacknowledged`.',
  })
  @Answers('TicketView')
  @Refuses('invalid_transition')
  acknowledgeAllergy(@CurrentActor() staff: Staff, @Param('id') id: string, @Headers('if-match') seen: Seen) {
    return this.#cook({ id, staff, command: 'acknowledge-allergy' }, seen);
  }

  @Post('start')
  @HttpCode(200)
  @Access('kitchen.cook')
  @ApiOperation({
    operationId: 'startTicket',
    summary: 'Start a ticket',
    description:
      'A cook begins: from now on the guest cannot cancel any more. Started already, it is answered as it is.',
  })
  @Answers('TicketView')
  @Refuses('invalid_transition', 'allergy_unacknowledged')
  start(@CurrentActor() staff: Staff, @Param('id') id: string, @Headers('if-match') seen: Seen) {
    return this.#cook({ id, staff, command: 'start' }, seen);
  }

  @Post('bump')
  @HttpCode(200)
  @Access('kitchen.cook')
  @ApiOperation({
    operationId: 'bumpTicket',
    summary: 'All lines done: the ticket leaves the board',
    description: 'What is held for a later course stays, and so does a cancelled line that nobody has acknowledged.',
  })
  @Answers('TicketView')
  @Refuses('invalid_transition', 'allergy_unacknowledged')
  bump(@CurrentActor() staff: Staff, @Param('id') id: string, @Headers('if-match') seen: Seen) {
    return this.#cook({ id, staff, command: 'bump' }, seen);
  }

  @Post('bump-undo')
  @HttpCode(200)
  @Access('kitchen.cook')
  @ApiOperation({
    operationId: 'undoBump',
    summary: 'Take a bump back: every line is as it was before',
    description: 'Within 30 seconds; later recall the ticket.',
  })
  @Answers('TicketView')
  @Refuses('invalid_transition')
  undoBump(@CurrentActor() staff: Staff, @Param('id') id: string, @Headers('if-match') seen: Seen) {
    return this.#cook({ id, staff, command: 'undo-bump' }, seen);
  }

  @Post('recall')
  @HttpCode(200)
  @Access('kitchen.cook')
  @ApiOperation({
    operationId: 'recallTicket',
    summary: 'Bring back a ticket that was bumped or handed over, its clock going on',
    description: 'Any ticket of the day. An order that was completed stays completed.',
  })
  @Answers('TicketView')
  @Refuses('invalid_transition')
  recall(@CurrentActor() staff: Staff, @Param('id') id: string, @Headers('if-match') seen: Seen) {
    return this.#cook({ id, staff, command: 'recall' }, seen);
  }

  @Post('acknowledgement')
  @HttpCode(200)
  @Access('kitchen.cook')
  @ApiOperation({
    operationId: 'acknowledgeTicket',
    summary: 'The cook has seen what was cancelled or changed, and says whether it was made',
    description:
      'A cancelled line stays on the board until then, so that nobody goes on cooking it. `answer` is needed for what had been started: made is waste, not made is released.',
  })
  @Answers('TicketView')
  @Refuses('invalid_transition')
  acknowledge(
    @CurrentActor() staff: Staff,
    @Param('id') id: string,
    @Headers('if-match') seen: Seen,
    @Body() request: AcknowledgeDto,
  ): Promise<TicketView> {
    return this.#run({ id, staff }, seen, (tx, orderId, target) =>
      this.withdrawals.acknowledge(tx, orderId, { ...target, request }),
    );
  }

  @Post('hand-over')
  @HttpCode(200)
  @Access('orders.hand-over')
  @ApiOperation({
    operationId: 'handOverTicket',
    summary: 'All that is ready of this ticket has reached the guest; the last one completes the order',
    description: 'What is not ready stays. A ticket of an order that was completed before is handed over alone.',
  })
  @Answers('TicketView')
  @Refuses('invalid_transition')
  handOver(@CurrentActor() staff: Staff, @Param('id') id: string, @Headers('if-match') seen: Seen) {
    return this.#cook({ id, staff, command: 'hand-over' }, seen);
  }

  #cook(target: CookTarget, seen: Seen): Promise<TicketView> {
    return this.#run(target, seen, (tx, orderId, seenTarget) =>
      this.commands.command(tx, orderId, { ...target, ...seenTarget }),
    );
  }

  async #run(
    target: TicketTarget,
    seen: Seen,
    work: (tx: Tx, orderId: string, target: TicketTarget) => Promise<TicketView>,
  ): Promise<TicketView> {
    const version = requireVersion(seen);
    const orderId = await this.commands.orderOf(target);
    const { id, staff } = target;
    const seenTarget = { id, staff, ...(version === undefined ? {} : { version }) };
    return this.transactions.run((tx) => work(tx, orderId, seenTarget));
  }
}
