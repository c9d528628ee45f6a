import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { GuestOrderPage, GuestOrderView } from '@comanda/shared';
import { Access, CurrentGuest } from '../../platform/http/index.js';
import type { GuestAccount } from '../../platform/http/index.js';
import { Answers, Refuses } from '../../platform/openapi/index.js';
import { HistoryQueryDto, KeepOrderDto } from './guest-orders.dto.js';
import { KeptOrders } from './kept-orders.js';

const PAGE = 20;

/** What a guest ordered, from whatever device. */
@ApiTags('Guest accounts')
@Controller('guest-account/orders')
export class GuestOrdersController {
  constructor(private readonly orders: KeptOrders) {}

  @Get()
  @Access('guest-account')
  @ApiOperation({
    operationId: 'listGuestOrders',
    summary: 'The orders in the account, the newest first',
    description: 'Each with its lines as they were chosen, so that the same can be ordered again.',
  })
  @Answers('GuestOrderPage')
  @Refuses('invalid_query')
  async list(
    @CurrentGuest() { id }: GuestAccount,
    @Query() { cursor, limit = PAGE }: HistoryQueryDto,
  ): Promise<GuestOrderPage> {
    return this.orders.list(id, { limit, ...(cursor === undefined ? {} : { cursor }) });
  }

  @Post()
  @Access('guest-account')
  @ApiOperation({
    operationId: 'keepGuestOrder',
    summary: 'Keep an order in the account, by its secret link',
    description: 'Keeping it twice is keeping it. An order is in one account at most.',
  })
  @Answers('GuestOrderView')
  @Refuses('not_found', 'already_exists')
  async keep(@CurrentGuest() { id }: GuestAccount, @Body() { trackingToken }: KeepOrderDto): Promise<GuestOrderView> {
    return this.orders.keep(id, trackingToken);
  }
}
