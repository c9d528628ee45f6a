import { Body, Controller, Headers, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { StaffOrderView } from '@comanda/shared';
import type { FastifyReply } from 'fastify';
import { OrderReading } from '../../orders/index.js';
import { Transactions } from '../../platform/database/index.js';
import type { Tx } from '../../platform/database/index.js';
import { Access, CurrentActor, etag, requireVersion } from '../../platform/http/index.js';
import type { Staff } from '../../platform/http/index.js';
import { Answers, Refuses } from '../../platform/openapi/index.js';
import { ChangeLineDto, WithdrawLineDto } from './changes.dto.js';
import { DishChanges } from './dish-changes.js';
import type { DishTarget } from './dish-changes.js';

interface Asked {
  readonly orderId: string;
  readonly lineId: string;
  readonly staff: Staff;
  readonly seen: string | undefined;
  readonly reply: FastifyReply;
}

/** Dishes of an order that the kitchen has already. */
@ApiTags('Orders')
@Controller('orders/:id/lines/:lineId')
export class ChangesController {
  constructor(
    private readonly dishes: DishChanges,
    private readonly orders: OrderReading,
    private readonly transactions: Transactions,
  ) {}

  @Post('withdrawal')
  @HttpCode(200)
  @Access('orders.cancel')
  @ApiOperation({
    operationId: 'withdrawOrderLine',
    summary: 'Cancel one dish that the kitchen has already',
    description:
      'It leaves the bill at once. The cooks see it struck until they acknowledge it, and say of what they had begun whether it was made. The last dish is cancelled with its order.',
  })
  @Answers('StaffOrderView', { etag: true })
  @Refuses('invalid_transition')
  withdraw(
    @CurrentActor() staff: Staff,
    @Param('id') orderId: string,
    @Param('lineId') lineId: string,
    @Headers('if-match') seen: string | undefined,
    @Body() body: WithdrawLineDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StaffOrderView> {
    const asked = { orderId, lineId, staff, seen, reply };
    return this.#change(asked, (tx, target) => this.dishes.withdraw(tx, target, body));
  }

  @Post('change')
  @HttpCode(200)
  @Access('orders.cancel')
  @ApiOperation({
    operationId: 'changeOrderLine',
    summary: 'The guest wants a dish otherwise that the kitchen has already',
    description:
      'Its note is replaced. The cooks see a pair: the line as it was, struck, and the new one that `replaces` it. For another dish, or other choices, replace it.',
  })
  @Answers('StaffOrderView', { etag: true })
  @Refuses('invalid_transition')
  change(
    @CurrentActor() staff: Staff,
    @Param('id') orderId: string,
    @Param('lineId') lineId: string,
    @Headers('if-match') seen: string | undefined,
    @Body() body: ChangeLineDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StaffOrderView> {
    const asked = { orderId, lineId, staff, seen, reply };
    return this.#change(asked, (tx, target) => this.dishes.change(tx, target, body));
  }

  async #change(
    { orderId, lineId, staff, seen, reply }: Asked,
    work: (tx: Tx, target: DishTarget) => Promise<void>,
  ): Promise<StaffOrderView> {
    const version = requireVersion(seen);
    const view = await this.transactions.run(async (tx) => {
      await work(tx, { orderId, lineId, staff, ...(version === undefined ? {} : { version }) });
      await tx.flush();
      return this.orders.forStaff(staff.locationId, orderId, tx.manager);
    });
    void reply.header('ETag', etag(view.version));
    return view;
  }
}
