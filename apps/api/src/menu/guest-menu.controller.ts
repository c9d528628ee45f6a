import { Controller, Get, Headers, Param, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { translate } from '@comanda/shared';
import type { AvailabilityView, MenuView } from '@comanda/shared';
import type { FastifyReply } from 'fastify';
import { LocationDirectory, momentAt } from '../locations/index.js';
import { Clock } from '../platform/clock/index.js';
import { Access, etag } from '../platform/http/index.js';
import { Answers } from '../platform/openapi/index.js';
import { AvailabilityStore } from './availability-store.js';
import { contentHash } from './canonical.js';
import { MenuQuery } from './menu-queries.dto.js';
import { MenuStore } from './menu-store.js';

/** What a guest's site reads. */
@ApiTags('Menu')
@Controller('locations/:locationId')
export class GuestMenuController {
  constructor(
    private readonly locations: LocationDirectory,
    private readonly menus: MenuStore,
    private readonly stock: AvailabilityStore,
    private readonly clock: Clock,
  ) {}

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
    @Query() { language: wanted }: MenuQuery,
    @Headers('if-none-match') known: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MenuView | undefined> {
    const location = await this.locations.get(id);
    const { number, checksum, document, index } = await this.menus.current(id);
    const taxRates = await this.locations.taxRates(id, momentAt(location, this.clock.now()).date);
    const { taxInclusive } = location;
    const language = wanted ?? document.defaultLanguage;
    const tag = etag(contentHash([checksum, language, taxInclusive, taxRates]));
    reply.header('etag', tag).header('cache-control', 'no-cache');
    if (known === tag) {
      reply.status(304);
      return undefined;
    }
    return { ...translate(index.menu, language), revision: number, checksum, language, taxInclusive, taxRates };
  }

  @Get('availability')
  @Access('public')
  @ApiOperation({
    operationId: 'getAvailability',
    summary: 'What is off sale or runs low right now',
    description: 'Changes by the minute and is apart from the menu. What is not named here is on sale in its hours.',
  })
  @Answers('AvailabilityView')
  async availability(@Param('locationId') id: string): Promise<AvailabilityView> {
    await this.locations.get(id);
    return this.stock.current(id);
  }
}
