import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { IngredientUseView, StockMovementPage, StockView } from '@comanda/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { asksForCsv } from '../menu/index.js';
import { Transactions } from '../platform/database/index.js';
import {
  Access,
  CurrentActor,
  DomainError,
  Idempotency,
  requireIdempotencyKey,
  sendAnswer,
} from '../platform/http/index.js';
import type { Staff } from '../platform/http/index.js';
import { Answers, AnswersList } from '../platform/openapi/index.js';
import { BookStockDto, LowStockDto, MovementsQuery, UseQuery } from './inventory.dto.js';
import { StockImport } from './stock-import.js';
import { StockReading } from './stock-reading.js';
import { Stock } from './stock.js';

const USUAL_PAGE = 50;

/** How much is there, and the ledger behind it. */
@ApiTags('Stock')
@Controller('locations/:locationId')
export class StockController {
  constructor(
    private readonly stock: Stock,
    private readonly reading: StockReading,
    private readonly sheets: StockImport,
    private readonly transactions: Transactions,
    private readonly idempotency: Idempotency,
  ) {}

  @Get('stock')
  @Access('stock.read')
  @ApiOperation({
    operationId: 'listStock',
    summary: 'All ingredients with what is there, what is low and what has fallen with it',
    description:
      'Only what is counted can run out. A dish that can no longer be made is off sale by itself until stock comes. ' +
      'With `Accept: text/csv` it is a sheet to count on.',
  })
  @AnswersList('StockView', { csv: true })
  async list(
    @Param('locationId') locationId: string,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StockView[] | string> {
    return asCsv('stock.csv', { accept, reply }) ? this.sheets.sheet(locationId) : this.reading.list(locationId);
  }

  @Get('stock-movements')
  @Access('stock.read')
  @ApiOperation({
    operationId: 'listStockMovements',
    summary: 'The ledger, newest first',
    description: 'Each booking and each order, with who and why. Page by page: send `nextCursor` as `cursor`.',
  })
  @Answers('StockMovementPage')
  async movements(
    @Param('locationId') locationId: string,
    @Query() { ingredientId, kind, cursor, limit = USUAL_PAGE }: MovementsQuery,
  ): Promise<StockMovementPage> {
    return this.reading.movements(locationId, {
      limit,
      ...(ingredientId === undefined ? {} : { ingredientId }),
      ...(kind === undefined ? {} : { kind }),
      ...(cursor === undefined ? {} : { cursor }),
    });
  }

  @Post('stock-movements')
  @Access('stock.book')
  @ApiOperation({
    operationId: 'bookStock',
    summary: 'Book what came, went bad, was counted or is corrected',
    description:
      '`receive`, `waste`, `count` or `adjust`; the amounts are thousandths of the unit. Dishes fall off sale and come back in the same moment.',
  })
  @Answers('StockView')
  async book(
    @CurrentActor() staff: Staff,
    @Param('locationId') locationId: string,
    @Body() body: BookStockDto,
    @Headers('idempotency-key') key: string | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    refuseOddSign(body);
    const path = request.url.split('?')[0] ?? '';
    const keyed = { actor: staff, key: requireIdempotencyKey(key), method: 'POST', path, body: request.body };
    const answer = await this.idempotency.once(keyed, async (tx) => {
      await this.stock.book(tx, locationId, { bookings: [body], by: staff.name });
      return { status: 201, body: await this.reading.one(locationId, body.ingredientId, tx.manager) };
    });
    return sendAnswer(reply, answer);
  }

  @Put('stock/:ingredientId/warning')
  @HttpCode(200)
  @Access('stock.book')
  @ApiOperation({
    operationId: 'warnOfLowStock',
    summary: 'Say from which amount down an ingredient counts as low',
    description: 'The list of the stock marks it from then on. Without an amount there is no warning.',
  })
  @Answers('StockView')
  async warn(
    @Param() { locationId, ingredientId }: StockPath,
    @Body() { lowMilli = null }: LowStockDto,
  ): Promise<StockView> {
    await this.transactions.run((tx) => this.stock.warnAt(tx, locationId, ingredientId, lowMilli));
    return this.reading.one(locationId, ingredientId);
  }

  @Delete('stock/:ingredientId')
  @Access('stock.book')
  @ApiOperation({
    operationId: 'stopCountingStock',
    summary: 'Count an ingredient no longer: it never runs out any more',
    description: 'Dishes that had fallen off sale for the lack of it come back. A new booking starts counting again.',
  })
  @Answers('StockView')
  async stopCounting(
    @CurrentActor() staff: Staff,
    @Param() { locationId, ingredientId }: StockPath,
  ): Promise<StockView> {
    await this.transactions.run((tx) => this.stock.stopCounting(tx, locationId, ingredientId, staff.name));
    return this.reading.one(locationId, ingredientId);
  }

  @Get('reports/ingredient-use')
  @Access('reports.read')
  @ApiOperation({
    operationId: 'reportIngredientUse',
    summary: 'What orders used and what went to waste, by business date, ingredient and dish',
    description:
      'Amounts in thousandths of the unit; `from` and `to` are included. ' +
      'With `Accept: text/csv` a spreadsheet with names and amounts in the unit.',
  })
  @AnswersList('IngredientUseView', { csv: true })
  async use(
    @Param('locationId') locationId: string,
    @Query() { from = '0000-01-01', to = '9999-12-31' }: UseQuery,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<IngredientUseView[] | string> {
    if (!asCsv('ingredient-use.csv', { accept, reply })) return this.reading.use(locationId, from, to);
    return this.sheets.useSheet(locationId, from, to);
  }
}

/** True when a spreadsheet is asked for; the answer then says so and has a name. */
function asCsv(name: string, { accept, reply }: { accept: string | undefined; reply: FastifyReply }): boolean {
  void reply.header('vary', 'Accept');
  if (!asksForCsv(accept)) return false;
  void reply.type('text/csv; charset=utf-8').header('content-disposition', `attachment; filename="${name}"`);
  return true;
}

function refuseOddSign({ kind, quantityMilli }: BookStockDto): void {
  const least = kind === 'adjust' ? -Infinity : kind === 'count' ? 0 : 1;
  if (quantityMilli >= least && !(kind === 'adjust' && quantityMilli === 0)) return;
  const detail =
    kind === 'adjust'
      ? 'Send by how much to correct, above or below zero.'
      : `Send an amount ${kind === 'count' ? 'of zero or more' : 'above zero'}; the kind says the direction.`;
  throw new DomainError('invalid_request', detail, [
    { pointer: '/quantityMilli', code: 'out_of_range', detail, actual: quantityMilli },
  ]);
}

interface StockPath {
  readonly locationId: string;
  readonly ingredientId: string;
}
