import { Body, Controller, Headers, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { DeliveryCheckView, QuoteView, SlotsView } from '@comanda/shared';
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
import { DeliveryCheckDto } from '../locations/index.js';
import { DeliveryCheck } from './delivery/delivery-check.js';
import { PlaceOrderDto, QuoteDto, SlotsDto } from './order.dto.js';
import { PlacingLane } from './placing/placing-lane.js';
import { Quoting } from './placing/quoting.js';
import { Slots } from './slots/slots.js';

@ApiTags('Ordering')
@Controller('locations/:locationId')
export class OrderingController {
  constructor(
    private readonly quoting: Quoting,
    private readonly slots: Slots,
    private readonly deliveries: DeliveryCheck,
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

  @Post('slots')
  @HttpCode(200)
  @Access('public')
  @ApiOperation({
    operationId: 'listSlots',
    summary: 'When a basket can be had',
    description:
      'As soon as possible, and the times of the next days. A time that cannot be had says why: full, a dish that takes longer.',
  })
  @Answers('SlotsView')
  listSlots(@Param('locationId') locationId: string, @Body() body: SlotsDto): Promise<SlotsView> {
    return this.slots.of(locationId, body);
  }

  @Post('delivery-checks')
  @HttpCode(200)
  @Access('public')
  @ApiOperation({
    operationId: 'checkDelivery',
    summary: 'Whether an address is delivered to',
    description: 'With fee, minimum and minutes of the zone that reaches it. Nothing is stored.',
  })
  @Answers('DeliveryCheckView')
  checkDelivery(@Param('locationId') locationId: string, @Body() body: DeliveryCheckDto): Promise<DeliveryCheckView> {
    return this.deliveries.check(locationId, body);
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
    'slot_full',
    'slot_unavailable',
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
