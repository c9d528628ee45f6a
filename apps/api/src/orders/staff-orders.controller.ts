import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { DailySalesView, EventView, OrderSummaryView, Page, StaffOrderView } from '@comanda/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Transactions } from '../platform/database/index.js';
import type { Tx } from '../platform/database/index.js';
import { EventReader } from '../platform/events/index.js';
import {
  Access,
  CurrentActor,
  etag,
  Idempotency,
  isUnchanged,
  requireIdempotencyKey,
  requireVersion,
  sendAnswer,
  unchanged,
} from '../platform/http/index.js';
import type { Staff } from '../platform/http/index.js';
import { Answers, AnswersList, Refuses } from '../platform/openapi/index.js';
import { CancelOrderDto, RecordPaymentDto, RejectOrderDto } from './order.dto.js';
import { OrderCommands } from './order-commands.js';
import type { OrderTarget } from './order-commands.js';
import { DailySalesQuery, OrderListQuery, statesOf } from './order-queries.dto.js';
import { OrderReading } from './order-reading.js';

const USUAL_PAGE = 50;

/** Money is noted once, however often the request comes. */
interface MoneyRequest {
  readonly staff: Staff;
  readonly id: string;
  readonly key: string | undefined;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

@ApiTags('Orders')
@Controller()
export class StaffOrdersController {
  constructor(
    private readonly reading: OrderReading,
    private readonly commands: OrderCommands,
    private readonly transactions: Transactions,
    private readonly events: EventReader,
    private readonly idempotency: Idempotency,
  ) {}

  @Get('locations/:locationId/orders')
  @Access('orders.read')
  @ApiOperation({
    operationId: 'listOrders',
    summary: 'Orders, the newest first',
    description:
      'Page by page: send `nextCursor` as `cursor`. `state`, `businessDate` and `kitchenUnanswered` narrow the list.',
  })
  @Answers('OrderPage')
  list(@Param('locationId') locationId: string, @Query() query: OrderListQuery): Promise<Page<OrderSummaryView>> {
    const { businessDate, cursor, kitchenUnanswered, limit = USUAL_PAGE } = query;
    const states = statesOf(query);
    return this.reading.list(locationId, {
      limit,
      ...(states === undefined ? {} : { states }),
      ...(businessDate === undefined ? {} : { businessDate }),
      ...(kitchenUnanswered === undefined ? {} : { kitchenUnanswered: kitchenUnanswered === 'true' }),
      ...(cursor === undefined ? {} : { cursor }),
    });
  }

  @Get('locations/:locationId/reports/daily-sales')
  @Access('reports.read')
  @ApiOperation({
    operationId: 'getDailySales',
    summary: 'Orders, revenue and tickets a business date',
    description: 'What was placed on each business date and not cancelled or rejected; `from` and `to` are included.',
  })
  @AnswersList('DailySalesView')
  dailySales(
    @Param('locationId') locationId: string,
    @Query() { from = '0000-01-01', to = '9999-12-31' }: DailySalesQuery,
  ): Promise<DailySalesView[]> {
    return this.reading.dailySales(locationId, from, to);
  }

  @Get('orders/:id')
  @Access('orders.read')
  @ApiOperation({
    operationId: 'getOrder',
    summary: 'One order',
    description:
      'With its lines, payments and version. Send the `ETag` as `If-None-Match` to ask whether it has changed.',
  })
  @Answers('StaffOrderView', { etag: true })
  async get(
    @CurrentActor() staff: Staff,
    @Param('id') id: string,
    @Headers('if-none-match') known: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StaffOrderView | undefined> {
    const view = await this.reading.forStaff(staff.locationId, id);
    const tag = etag(view.version);
    if (isUnchanged(known, tag)) return unchanged(reply, tag);
    void reply.header('ETag', tag);
    return view;
  }

  @Get('orders/:id/events')
  @Access('orders.read')
  @ApiOperation({
    operationId: 'listOrderEvents',
    summary: 'All that happened to an order',
    description: 'From the first to the last, each with who did it and when: the story of the order.',
  })
  @AnswersList('EventView')
  async history(@CurrentActor() staff: Staff, @Param('id') id: string): Promise<EventView[]> {
    await this.reading.forStaff(staff.locationId, id);
    return this.events.listOfSubject('order', id);
  }

  @Post('orders/:id/acceptance')
  @HttpCode(200)
  @Access('orders.accept')
  @ApiOperation({
    operationId: 'acceptOrder',
    summary: 'Accept an order and send it to the kitchen',
    description:
      'Where a restaurant accepts by hand. Its tickets are on the boards of their stations in the same moment.',
  })
  @Answers('StaffOrderView', { etag: true })
  @Refuses('invalid_transition')
  accept(
    @CurrentActor() staff: Staff,
    @Param('id') id: string,
    @Headers('if-match') seen: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.#command({ staff, id, seen, reply }, (tx, target) => this.commands.accept(tx, target));
  }

  @Post('orders/:id/rejection')
  @HttpCode(200)
  @Access('orders.accept')
  @ApiOperation({
    operationId: 'rejectOrder',
    summary: 'Reject an order with a reason',
    description: 'Instead of accepting it. The guest reads the reason, and what was taken off the shelf goes back.',
  })
  @Answers('StaffOrderView', { etag: true })
  @Refuses('invalid_transition')
  reject(
    @CurrentActor() staff: Staff,
    @Param('id') id: string,
    @Body() body: RejectOrderDto,
    @Headers('if-match') seen: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.#command({ staff, id, seen, reply }, (tx, target) => this.commands.reject(tx, target, body.reason));
  }

  @Post('orders/:id/cancellation')
  @HttpCode(200)
  @Access('orders.cancel')
  @ApiOperation({
    operationId: 'cancelOrder',
    summary: "Cancel an order, with the kitchen's answer once a cook has started",
    description:
      'Before a cook has started nothing more is needed; after that say with `kitchenAnswer` what became of the food.',
  })
  @Answers('StaffOrderView', { etag: true })
  @Refuses('invalid_transition')
  cancel(
    @CurrentActor() staff: Staff,
    @Param('id') id: string,
    @Body() body: CancelOrderDto,
    @Headers('if-match') seen: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.#command({ staff, id, seen, reply }, (tx, target) => this.commands.cancel(tx, target, body));
  }

  @Post('orders/:id/hand-over')
  @HttpCode(200)
  @Access('orders.hand-over')
  @ApiOperation({
    operationId: 'handOverOrder',
    summary: 'Hand the order over',
    description:
      'To the table or to whoever picks it up: the order is completed and leaves the pass. To the rider: it is on its way.',
  })
  @Answers('StaffOrderView', { etag: true })
  @Refuses('invalid_transition')
  handOver(
    @CurrentActor() staff: Staff,
    @Param('id') id: string,
    @Headers('if-match') seen: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.#command({ staff, id, seen, reply }, (tx, target) => this.commands.handOver(tx, target));
  }

  @Post('orders/:id/delivery')
  @HttpCode(200)
  @Access('orders.hand-over')
  @ApiOperation({
    operationId: 'deliverOrder',
    summary: 'Note that the rider has delivered the order',
    description: 'It was handed over to a rider before; now it is completed.',
  })
  @Answers('StaffOrderView', { etag: true })
  @Refuses('invalid_transition')
  deliver(
    @CurrentActor() staff: Staff,
    @Param('id') id: string,
    @Headers('if-match') seen: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.#command({ staff, id, seen, reply }, (tx, target) => this.commands.deliver(tx, target));
  }

  @Post('orders/:id/payments')
  @Access('orders.record-payment')
  @ApiOperation({
    operationId: 'recordPayment',
    summary: 'Note a payment taken at the counter or the table',
    description: 'Cash or card, in parts if need be. It only notes what was taken; no money moves through here.',
  })
  @Answers('StaffOrderView', { etag: true })
  @Refuses('invalid_transition')
  async pay(
    @CurrentActor() staff: Staff,
    @Param('id') id: string,
    @Body() body: RecordPaymentDto,
    @Headers('idempotency-key') key: string | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    return this.#money({ staff, id, key, request, reply }, (tx) => this.commands.pay(tx, { id, staff }, body));
  }

  @Post('orders/:id/refunds')
  @Access('orders.record-payment')
  @ApiOperation({
    operationId: 'recordRefund',
    summary: 'Note money given back to the guest',
    description:
      'For a dish that was withdrawn or an order that was cancelled after it was paid: at most its `refundDueMinor`. It stands among the payments, below zero.',
  })
  @Answers('StaffOrderView', { etag: true })
  async refund(
    @CurrentActor() staff: Staff,
    @Param('id') id: string,
    @Body() body: RecordPaymentDto,
    @Headers('idempotency-key') key: string | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    return this.#money({ staff, id, key, request, reply }, (tx) => this.commands.refund(tx, { id, staff }, body));
  }

  async #money({ staff, id, key, request, reply }: MoneyRequest, work: (tx: Tx) => Promise<void>): Promise<unknown> {
    const path = request.url.split('?')[0] ?? '';
    const keyed = { actor: staff, key: requireIdempotencyKey(key), method: 'POST', path, body: request.body };
    const answer = await this.idempotency.once(keyed, async (tx) => {
      await work(tx);
      await tx.flush();
      const view = await this.reading.forStaff(staff.locationId, id, tx.manager);
      return { status: 201, headers: { etag: etag(view.version) }, body: view };
    });
    return sendAnswer(reply, answer);
  }

  async #command(
    { staff, id, seen, reply }: { staff: Staff; id: string; seen: string | undefined; reply: FastifyReply },
    work: (tx: Tx, target: OrderTarget) => Promise<void>,
  ): Promise<StaffOrderView> {
    const version = requireVersion(seen);
    const view = await this.transactions.run(async (tx) => {
      await work(tx, { id, staff, ...(version === undefined ? {} : { version }) });
      await tx.flush();
      return this.reading.forStaff(staff.locationId, id, tx.manager);
    });
    void reply.header('ETag', etag(view.version));
    return view;
  }
}
