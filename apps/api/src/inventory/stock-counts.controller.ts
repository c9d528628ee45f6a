import { Body, Controller, Headers, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiTags } from '@nestjs/swagger';
import { LIMITS } from '@comanda/shared';
import type { ProblemItem, StockImportReport } from '@comanda/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  Access,
  CurrentActor,
  DomainError,
  Idempotency,
  requireIdempotencyKey,
  sendAnswer,
  Spreadsheet,
  TakesUpload,
} from '../platform/http/index.js';
import type { Answer, Staff } from '../platform/http/index.js';
import type { Tx } from '../platform/database/index.js';
import { Answers, AnswersList } from '../platform/openapi/index.js';
import { CountStockDto, StockImportQuery } from './inventory.dto.js';
import { StockImport } from './stock-import.js';
import { StockReading } from './stock-reading.js';
import { Stock } from './stock.js';

/** Many ingredients at once: a count sheet, a spreadsheet. */
@ApiTags('Stock')
@Controller('locations/:locationId')
export class StockCountsController {
  constructor(
    private readonly stock: Stock,
    private readonly reading: StockReading,
    private readonly imports: StockImport,
    private readonly idempotency: Idempotency,
  ) {}

  @Post('stock-counts')
  @Access('stock.book')
  @ApiOperation({
    operationId: 'countStock',
    summary: 'Book a whole count sheet; all of it or nothing',
    description:
      'Says what is there of each ingredient, each once. The ledger gets the difference to what was there in that moment.',
  })
  @AnswersList('StockView')
  async count(
    @CurrentActor() staff: Staff,
    @Param('locationId') locationId: string,
    @Body() { counts, note }: CountStockDto,
    @Headers('idempotency-key') key: string | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    refuseTwice(counts.map(({ ingredientId }) => ingredientId));
    const noted = note === undefined ? {} : { note };
    const bookings = counts.map((count) => ({ ...count, ...noted, kind: 'count' as const }));
    return this.#once({ staff, key, request, reply }, async (tx) => {
      await this.stock.book(tx, locationId, { bookings, by: staff.name });
      return { status: 201, body: await this.reading.list(locationId, tx.manager) };
    });
  }

  @Post('stock-imports')
  @HttpCode(200)
  @Access('stock.book')
  @ApiOperation({
    operationId: 'importStock',
    summary: 'Book counts and deliveries from a spreadsheet',
    description:
      'Takes the spreadsheet that `stock` gives, with `counted` or `received` filled in. A wrong row is told and never ' +
      'stops the rest. `dryRun=true` only tells what would change.',
  })
  @ApiBody({
    description: 'The spreadsheet that `stock` gives, with the columns `counted` or `received` filled in.',
    schema: { type: 'object' },
  })
  @TakesUpload({ bytes: LIMITS.stockImportBytes, takes: 'csv' })
  @Answers('StockImportReport')
  async import(
    @CurrentActor() staff: Staff,
    @Param('locationId') locationId: string,
    @Body() upload: Record<string, unknown> | Spreadsheet,
    @Query() { dryRun }: StockImportQuery,
    @Headers('idempotency-key') key: string | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    const text = textOf(upload);
    if (dryRun === 'true') return this.imports.look(locationId, text);
    return this.#once({ staff, key, request, reply }, async (tx): Promise<Answer & { body: StockImportReport }> => ({
      status: 200,
      body: await this.imports.book(tx, locationId, { text, by: staff.name }),
    }));
  }

  async #once({ staff, key, request, reply }: Asked, work: (tx: Tx) => Promise<Answer>): Promise<unknown> {
    const path = request.url.split('?')[0] ?? '';
    const keyed = { actor: staff, key: requireIdempotencyKey(key), method: 'POST', path, body: request.body };
    return sendAnswer(reply, await this.idempotency.once(keyed, work));
  }
}

interface Asked {
  readonly staff: Staff;
  readonly key: string | undefined;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

function textOf(upload: Record<string, unknown> | Spreadsheet): string {
  if (upload instanceof Spreadsheet) return upload.text;
  throw new DomainError('unsupported_media_type', 'Send a spreadsheet as text/csv.');
}

function refuseTwice(ids: readonly string[]): void {
  const detail = 'This ingredient stands in the sheet already. Send it once.';
  const twice = ids.flatMap((id, position): ProblemItem[] =>
    ids.indexOf(id) === position
      ? []
      : [{ pointer: `/counts/${String(position)}`, code: 'duplicate', detail, actual: id }],
  );
  if (twice.length > 0) throw new DomainError('invalid_request', detail, twice);
}
