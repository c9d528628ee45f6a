import { Controller, Get, Headers, Param, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '../platform/http/index.js';
import { Answers } from '../platform/openapi/index.js';
import { GuestShop } from './guest-shop.js';
import { MenuQuery } from './menu-queries.dto.js';

/** What a guest's site reads. */
@ApiTags('Menu')
@Controller('locations/:locationId')
export class GuestMenuController {
  constructor(private readonly shop: GuestShop) {}

  @Get('menu')
  @Access('public')
  @ApiOperation({
    operationId: 'getMenu',
    summary: 'The menu in one language, ready to price with',
    description:
      'Missing texts fall back to the default language. It changes only when the office publishes: keep it and ask with `If-None-Match`.',
  })
  @Answers('MenuView', { etag: true })
  async menu(
    @Param('locationId') id: string,
    @Query() { language }: MenuQuery,
    @Headers('if-none-match') known: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await (await this.shop.menu(id, language)).send(reply, known);
  }

  @Get('availability')
  @Access('public')
  @ApiOperation({
    operationId: 'getAvailability',
    summary: 'What is off sale or runs low right now',
    description: 'Changes by the minute and is apart from the menu. What is not named here is on sale in its hours.',
  })
  @Answers('AvailabilityView', { etag: true })
  async availability(
    @Param('locationId') id: string,
    @Headers('if-none-match') known: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await (await this.shop.availability(id)).send(reply, known);
  }
}
