import { Body, Controller, Delete, Headers, HttpCode, Param, Post, Put, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { StaffOrderView } from '@comanda/shared';
import type { FastifyReply } from 'fastify';
import { OrderReading } from '../../orders/index.js';
import { Transactions } from '../../platform/database/index.js';
import type { Tx } from '../../platform/database/index.js';
import { Access, CurrentActor, etag, requireVersion } from '../../platform/http/index.js';
import type { Staff } from '../../platform/http/index.js';
import { Answers, Refuses } from '../../platform/openapi/index.js';
import { Coursing } from './coursing.js';
import type { PassTarget } from './coursing.js';
import { FireCourseDto } from './firing.dto.js';

interface Asked {
  readonly orderId: string;
  readonly staff: Staff;
  readonly seen: string | undefined;
  readonly reply: FastifyReply;
}

/** What the pass decides about a whole order. */
@ApiTags('Kitchen')
@Controller('orders/:id')
export class PassController {
  constructor(
    private readonly coursing: Coursing,
    private readonly orders: OrderReading,
    private readonly transactions: Transactions,
  ) {}

  @Post('course-firing')
  @HttpCode(200)
  @Access('kitchen.expo')
  @ApiOperation({
    operationId: 'fireCourse',
    summary: 'Make the next course now',
    description:
      'What was held for it is fired; each dish starts so that the course finishes together. A course that is fired already is answered as it is.',
  })
  @Answers('StaffOrderView', { etag: true })
  fireCourse(
    @CurrentActor() staff: Staff,
    @Param('id') orderId: string,
    @Headers('if-match') seen: string | undefined,
    @Body() { course }: FireCourseDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StaffOrderView> {
    return this.#decide({ orderId, staff, seen, reply }, (tx, target) => this.coursing.fire(tx, target, course));
  }

  @Put('rush')
  @Access('kitchen.expo')
  @ApiOperation({
    operationId: 'rushOrder',
    summary: 'The order goes before the others',
    description: 'Every station sees it, and nothing of it waits for a slower dish any more.',
  })
  @Answers('StaffOrderView', { etag: true })
  @Refuses('invalid_transition')
  rush(
    @CurrentActor() staff: Staff,
    @Param('id') orderId: string,
    @Headers('if-match') seen: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StaffOrderView> {
    return this.#decide({ orderId, staff, seen, reply }, (tx, target) => this.coursing.setRush(tx, target, 'rush'));
  }

  @Delete('rush')
  @Access('kitchen.expo')
  @ApiOperation({
    operationId: 'calmOrder',
    summary: 'The order is like the others again',
    description: 'What was brought forward stays: nobody un-starts a dish.',
  })
  @Answers('StaffOrderView', { etag: true })
  @Refuses('invalid_transition')
  calm(
    @CurrentActor() staff: Staff,
    @Param('id') orderId: string,
    @Headers('if-match') seen: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StaffOrderView> {
    return this.#decide({ orderId, staff, seen, reply }, (tx, target) => this.coursing.setRush(tx, target, 'calm'));
  }

  async #decide(
    { orderId, staff, seen, reply }: Asked,
    work: (tx: Tx, target: PassTarget) => Promise<void>,
  ): Promise<StaffOrderView> {
    const version = requireVersion(seen);
    const view = await this.transactions.run(async (tx) => {
      await work(tx, { orderId, staff, ...(version === undefined ? {} : { version }) });
      await tx.flush();
      return this.orders.forStaff(staff.locationId, orderId, tx.manager);
    });
    void reply.header('ETag', etag(view.version));
    return view;
  }
}
