import { Body, Controller, Get, Headers, HttpCode, Param, Post, Put, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { SittingView } from '@comanda/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Transactions } from '../platform/database/index.js';
import type { Tx } from '../platform/database/index.js';
import {
  Access,
  CurrentActor,
  etag,
  Idempotency,
  requireIdempotencyKey,
  requireVersion,
  sendAnswer,
} from '../platform/http/index.js';
import type { Staff } from '../platform/http/index.js';
import { Answers, Refuses } from '../platform/openapi/index.js';
import { CloseSittingDto, MergeSittingDto, SettleSittingDto, TransferSittingDto } from './floor.dto.js';
import { FloorReading } from './floor-reading.js';
import { SittingCommands } from './sitting-commands.js';
import type { SittingTarget } from './sitting-commands.js';

interface Asked {
  readonly id: string;
  readonly staff: Staff;
  readonly seen: string | undefined;
  readonly reply: FastifyReply;
}

/** What waiters do with the guests at a table. */
@ApiTags('Floor')
@Controller('sittings/:id')
export class SittingsController {
  constructor(
    private readonly commands: SittingCommands,
    private readonly reading: FloorReading,
    private readonly transactions: Transactions,
    private readonly idempotency: Idempotency,
  ) {}

  @Get()
  @Access('floor.serve')
  @ApiOperation({
    operationId: 'getSitting',
    summary: 'One sitting with its rounds and calls',
    description: 'All that the guests at a table have ordered, and what of it is owed; also after they have left.',
  })
  @Answers('SittingView', { etag: true })
  async get(
    @CurrentActor() staff: Staff,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SittingView> {
    const view = await this.reading.sitting(staff.locationId, id);
    void reply.header('ETag', etag(view.version));
    return view;
  }

  @Put('table')
  @Access('floor.serve')
  @ApiOperation({
    operationId: 'transferSitting',
    summary: 'The guests move to another, free table',
    description:
      'All their rounds go along: tickets keep their ids and lines, boards show the new table, and nothing is made again.',
  })
  @Answers('SittingView', { etag: true })
  @Refuses('invalid_transition', 'in_use', 'already_exists')
  transfer(
    @CurrentActor() staff: Staff,
    @Param('id') id: string,
    @Headers('if-match') seen: string | undefined,
    @Body() { tableId }: TransferSittingDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SittingView> {
    return this.#decide({ id, staff, seen, reply }, async (tx, target) => {
      await this.commands.transfer(tx, target, tableId);
      return id;
    });
  }

  @Post('merger')
  @HttpCode(200)
  @Access('floor.serve')
  @ApiOperation({
    operationId: 'mergeSitting',
    summary: 'Two parties become one, at the table of the other',
    description:
      'The rounds of this sitting go to the other one, which is answered; nothing is made again. This sitting ends and its table is free.',
  })
  @Answers('SittingView', { etag: true })
  @Refuses('invalid_transition')
  merge(
    @CurrentActor() staff: Staff,
    @Param('id') id: string,
    @Headers('if-match') seen: string | undefined,
    @Body() { intoId }: MergeSittingDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SittingView> {
    return this.#decide({ id, staff, seen, reply }, async (tx, target) => {
      await this.commands.merge(tx, target, intoId);
      return intoId;
    });
  }

  @Post('payment')
  @HttpCode(200)
  @Access('orders.record-payment')
  @ApiOperation({
    operationId: 'settleSitting',
    summary: 'Note all that is owed at the table as paid',
    description: 'Each round gets a payment of what is owed for it; all of them or none.',
  })
  @Answers('SittingView')
  @Refuses('invalid_transition', 'price_changed')
  async settle(
    @CurrentActor() staff: Staff,
    @Param('id') id: string,
    @Body() body: SettleSittingDto,
    @Headers('idempotency-key') key: string | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    const path = request.url.split('?')[0] ?? '';
    const keyed = { actor: staff, key: requireIdempotencyKey(key), method: 'POST', path, body: request.body };
    const answer = await this.idempotency.once(keyed, async (tx) => {
      await this.commands.settle(tx, { id, staff }, body);
      await tx.flush();
      return { status: 200, body: await this.reading.sitting(staff.locationId, id, tx.manager) };
    });
    return sendAnswer(reply, answer);
  }

  @Post('closure')
  @HttpCode(200)
  @Access('floor.serve')
  @ApiOperation({
    operationId: 'closeSitting',
    summary: 'The guests have left, the table is free',
    description: 'While money is owed it takes a `reason`. What the kitchen still makes goes on.',
  })
  @Answers('SittingView', { etag: true })
  @Refuses('invalid_transition')
  close(
    @CurrentActor() staff: Staff,
    @Param('id') id: string,
    @Headers('if-match') seen: string | undefined,
    @Body() body: CloseSittingDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SittingView> {
    return this.#decide({ id, staff, seen, reply }, async (tx, target) => {
      await this.commands.close(tx, target, body);
      return id;
    });
  }

  async #decide(
    { id, staff, seen, reply }: Asked,
    work: (tx: Tx, target: SittingTarget) => Promise<string>,
  ): Promise<SittingView> {
    const version = requireVersion(seen);
    const view = await this.transactions.run(async (tx) => {
      const shown = await work(tx, { id, staff, ...(version === undefined ? {} : { version }) });
      await tx.flush();
      return this.reading.sitting(staff.locationId, shown, tx.manager);
    });
    void reply.header('ETag', etag(view.version));
    return view;
  }
}
