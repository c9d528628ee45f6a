import { Body, Controller, Headers, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access, CurrentActor, Idempotency, requireIdempotencyKey, sendAnswer } from '../../platform/http/index.js';
import type { Staff } from '../../platform/http/index.js';
import { Answers, Refuses } from '../../platform/openapi/index.js';
import { TicketCommands } from '../ticket/ticket-commands.js';
import { RefireDto } from './firing.dto.js';
import { Refiring } from './refiring.js';

@ApiTags('Kitchen')
@Controller('tickets/:id/lines/:lineId/refire')
export class RefireController {
  constructor(
    private readonly refiring: Refiring,
    private readonly commands: TicketCommands,
    private readonly idempotency: Idempotency,
  ) {}

  @Post()
  @HttpCode(200)
  @Access('kitchen.expo')
  @ApiOperation({
    operationId: 'refireTicketLine',
    summary: 'Make a dish again, with the reason, once for each Idempotency-Key',
    description:
      'It comes as a line of its own that names the one that went wrong; the ticket is back on the board. A dish that nobody has begun cannot have gone wrong.',
  })
  @Answers('TicketView')
  @Refuses('invalid_transition')
  async refire(
    @CurrentActor() staff: Staff,
    @Param('id') id: string,
    @Param('lineId') lineId: string,
    @Body() body: RefireDto,
    @Headers('idempotency-key') key: string | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    const path = request.url.split('?')[0] ?? '';
    const asked = { actor: staff, key: requireIdempotencyKey(key), method: 'POST', path, body: request.body };
    const orderId = await this.commands.orderOf({ id, staff });
    const answer = await this.idempotency.once(asked, async (tx) => ({
      status: 200,
      headers: {},
      body: await this.refiring.refire(tx, orderId, { id, staff, lineId, request: body }),
    }));
    return sendAnswer(reply, answer);
  }
}
