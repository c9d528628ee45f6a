import { Body, Controller, Headers, Param, Post, Put, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { GroupBasketView } from '@comanda/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  Access,
  GUEST,
  Idempotency,
  LimitedTo,
  requireIdempotencyKey,
  requireVersion,
  sendAnswer,
} from '../platform/http/index.js';
import { Answers, Refuses } from '../platform/openapi/index.js';
import { GroupBaskets } from './group-baskets.js';
import { GroupLockDto, GroupOrderDto, GroupPartDto } from './group-baskets.dto.js';
import { GroupCheckout } from './group-checkout.js';
import { GroupReading } from './group-reading.js';

/** What somebody in the group does; their own secret stands for a log-in. */
@ApiTags('Group baskets')
@Controller('group-members/:memberToken')
export class GroupMembersController {
  constructor(
    private readonly baskets: GroupBaskets,
    private readonly reading: GroupReading,
    private readonly checkout: GroupCheckout,
    private readonly idempotency: Idempotency,
  ) {}

  @Put('people/:personId/lines')
  @Access('public')
  @ApiOperation({
    operationId: 'changeGroupPart',
    summary: 'Say what one person wants',
    description:
      "The whole of that person's part. Everybody changes their own, the host everybody's; `If-Match` is the version of the part.",
  })
  @Answers('GroupBasketView')
  @Refuses('forbidden', 'group_locked', 'group_ordered', 'group_expired', 'group_full')
  async changePart(
    @Param('memberToken') memberToken: string,
    @Param('personId') personId: string,
    @Body() { lines, language }: GroupPartDto,
    @Headers('if-match') ifMatch: string | undefined,
  ): Promise<GroupBasketView> {
    await this.baskets.changePart(memberToken, { personId, lines, version: requireVersion(ifMatch) });
    const { basketId } = await this.baskets.member(memberToken);
    return this.reading.byId(basketId, language);
  }

  @Put('lock')
  @Access('public')
  @ApiOperation({
    operationId: 'lockGroupBasket',
    summary: 'No more changes, or changes again',
    description: 'Only the host. What is ordered must be locked first, so that nobody changes it on the way.',
  })
  @Answers('GroupBasketView')
  @Refuses('forbidden', 'group_ordered', 'group_expired')
  async lock(@Param('memberToken') memberToken: string, @Body() { locked }: GroupLockDto): Promise<GroupBasketView> {
    const { basketId } = await this.baskets.lock(memberToken, locked);
    return this.reading.byId(basketId);
  }

  @Post('order')
  @Access('public')
  @LimitedTo('order')
  @ApiOperation({
    operationId: 'orderGroupBasket',
    summary: 'Order once for all',
    description:
      'Only the host, of a locked basket. A basket makes one order, whatever key is sent: a second request gets the order that there is. Each line of it names whose it is.',
  })
  @Answers('PlacedOrderView', { etag: true })
  @Refuses(
    'forbidden',
    'group_locked',
    'group_ordered',
    'group_expired',
    'invalid_basket',
    'not_available',
    'out_of_stock',
    'slot_full',
    'slot_unavailable',
    'price_changed',
    'restaurant_closed',
  )
  async order(
    @Param('memberToken') memberToken: string,
    @Body() body: GroupOrderDto,
    @Headers('idempotency-key') key: string | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    const path = request.url.split('?')[0] ?? '';
    const asked = { actor: GUEST, key: requireIdempotencyKey(key), method: 'POST', path, body: request.body };
    const answer = await this.idempotency.join(asked, (keyed) => this.checkout.place(memberToken, body, keyed));
    return sendAnswer(reply, answer);
  }
}
