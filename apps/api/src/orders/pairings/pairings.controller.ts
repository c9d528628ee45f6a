import { Controller, Get, Headers, Param, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '../../platform/http/index.js';
import { Answers } from '../../platform/openapi/index.js';
import { Pairings } from './pairings.js';

@ApiTags('Menu')
@Controller('locations/:locationId/pairings')
export class PairingsController {
  constructor(private readonly pairings: Pairings) {}

  @Get()
  @Access('public')
  @ApiOperation({
    operationId: 'getPairings',
    summary: 'Which dishes are often ordered together',
    description:
      'Counted over the latest orders and told only of what happened in three of them or more: nothing about any single order. Empty for a restaurant that has just opened. Counted anew every ten minutes; keep it and ask with `If-None-Match`. Whether a dish is on sale now says its availability.',
  })
  @Answers('PairingsView', { etag: true })
  async list(
    @Param('locationId') locationId: string,
    @Headers('if-none-match') known: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await (await this.pairings.of(locationId)).send(reply, known);
  }
}
