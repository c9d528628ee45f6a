import { Body, Controller, Post, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { CreatedLocationView } from '@comanda/shared';
import type { FastifyReply } from 'fastify';
import { Access } from '../platform/http/index.js';
import { Answers, Refuses } from '../platform/openapi/index.js';
import { CreateLocationDto } from './installation.dto.js';
import { RestaurantOpening } from './restaurant-opening.js';

@ApiTags('Locations')
@Controller('locations')
export class InstallationController {
  constructor(private readonly opening: RestaurantOpening) {}

  @Post()
  @Access('locations.create')
  @ApiOperation({
    operationId: 'openLocation',
    summary: 'Open a further restaurant with its first admin',
    description:
      'It has its own currency, hours, stations, tables and tax rules, and its admin logs in at once. All or nothing.',
  })
  @Answers('CreatedLocationView')
  @Refuses('already_exists')
  async open(
    @Body() body: CreateLocationDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CreatedLocationView> {
    const created = await this.opening.open(body);
    void reply.header('Location', `/api/v1/locations/${created.location.id}`);
    return created;
  }
}
