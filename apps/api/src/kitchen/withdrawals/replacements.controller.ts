import { Body, Controller, Headers, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { ReplacedLineView, ReplacementQuoteView } from '@comanda/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OrderReading, Replacing } from '../../orders/index.js';
import {
  Access,
  CurrentActor,
  etag,
  Idempotency,
  requireIdempotencyKey,
  sendAnswer,
} from '../../platform/http/index.js';
import type { Staff } from '../../platform/http/index.js';
import { Answers, Refuses } from '../../platform/openapi/index.js';
import { QuoteReplacementDto, ReplaceLineDto } from './changes.dto.js';
import { DishReplacing } from './dish-replacing.js';

/** Another dish in the place of one that the kitchen has already. */
@ApiTags('Orders')
@Controller('orders/:id/lines/:lineId')
export class ReplacementsController {
  constructor(
    private readonly dishes: DishReplacing,
    private readonly prices: Replacing,
    private readonly orders: OrderReading,
    private readonly idempotency: Idempotency,
  ) {}

  @Post('replacement-quote')
  @HttpCode(200)
  @Access('orders.cancel')
  @ApiOperation({
    operationId: 'quoteReplacement',
    summary: 'What another dish, or other choices, in place of this one would cost',
    description: 'The difference to tell the guest, and all that is wrong with it. Nothing is stored.',
  })
  @Answers('ReplacementQuoteView')
  @Refuses('forbidden')
  quote(
    @CurrentActor() staff: Staff,
    @Param('id') id: string,
    @Param('lineId') lineId: string,
    @Body() body: QuoteReplacementDto,
  ): Promise<ReplacementQuoteView> {
    return this.prices.quote(staff, id, lineId, body.line);
  }

  @Post('replacement')
  @HttpCode(200)
  @Access('orders.cancel')
  @ApiOperation({
    operationId: 'replaceOrderLine',
    summary: 'Another dish, or other choices, in place of one that the kitchen has, once for each Idempotency-Key',
    description:
      'All at once or not at all: the old dish leaves the bill and is struck until the cooks acknowledge it (made is waste, not made goes back on the shelf), the new one takes what it needs and is fired as its pair, and one difference in price is told. What was still held stays held.',
  })
  @Answers('ReplacedLineView', { etag: true })
  @Refuses('forbidden', 'invalid_transition', 'invalid_basket', 'not_available', 'out_of_stock', 'price_changed')
  async replace(
    @CurrentActor() staff: Staff,
    @Param('id') orderId: string,
    @Param('lineId') lineId: string,
    @Body() body: ReplaceLineDto,
    @Headers('idempotency-key') key: string | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    const path = request.url.split('?')[0] ?? '';
    const keyed = { actor: staff, key: requireIdempotencyKey(key), method: 'POST', path, body: request.body };
    const answer = await this.idempotency.once(keyed, async (tx) => {
      const replaced = await this.dishes.replace(tx, { orderId, lineId, staff }, body);
      await tx.flush();
      const order = await this.orders.forStaff(staff.locationId, orderId, tx.manager);
      const view: ReplacedLineView = { order, ...replaced };
      return { status: 200, headers: { etag: etag(order.version) }, body: view };
    });
    return sendAnswer(reply, answer);
  }
}
