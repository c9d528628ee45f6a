import { Body, Controller, Headers, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { QuoteView } from '@comanda/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  Access,
  CurrentActor,
  Idempotency,
  LimitedTo,
  requireIdempotencyKey,
  sendAnswer,
} from '../platform/http/index.js';
import type { Actor } from '../platform/http/index.js';
import { Answers, Refuses } from '../platform/openapi/index.js';
import { PlaceOrderDto, QuoteDto } from './order.dto.js';
import { PlacingLane } from './placing/placing-lane.js';
import { Quoting } from './placing/quoting.js';

@ApiTags('Ordering')
@Controller('locations/:locationId')
export class OrderingController {
  constructor(
    private readonly quoting: Quoting,
    private readonly lane: PlacingLane,
    private readonly idempotency: Idempotency,
  ) {}

  @Post('quotes')
  @HttpCode(200)
  @Access('public')
  @ApiOperation({
    operationId: 'quoteBasket',
    summary: 'Price a basket and name all that is wrong with it',
    description: 'Nothing is stored. Problems of the basket are part of the answer, not an error.',
  })
  @Answers('QuoteView')
  @Refuses('forbidden')
  quote(
    @CurrentActor() actor: Actor,
    @Param('locationId') locationId: string,
    @Body() body: QuoteDto,
  ): Promise<QuoteView> {
    return this.quoting.quote(actor, locationId, body);
  }

  @Post('orders')
  @Access('public')
  @LimitedTo('order')
  @ApiOperation({
    operationId: 'placeOrder',
    summary: 'Place an order, once for each Idempotency-Key',
    description:
      'All or nothing: the answer is the placed order, or a problem that names everything that stands in its way.',
  })
  @Answers('PlacedOrderView', { etag: true })
  @Refuses(
    'forbidden',
    'invalid_basket',
    'not_available',
    'out_of_stock',
    'price_changed',
    'restaurant_closed',
    'already_exists',
  )
  async place(
    @CurrentActor() actor: Actor,
    @Param('locationId') locationId: string,
    @Body() body: PlaceOrderDto,
    @Headers('idempotency-key') key: string | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    const path = request.url.split('?')[0] ?? '';
    const asked = { actor, key: requireIdempotencyKey(key), method: 'POST', path, body: request.body };
    const answer = await this.idempotency.join(asked, (keyed) =>
      this.lane.place({ actor, locationId, request: body, keyed }),
    );
    return sendAnswer(reply, answer);
  }
}
