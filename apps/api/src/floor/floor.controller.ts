import { Controller, Get, Param, Put, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FloorView, SittingView } from '@comanda/shared';
import type { FastifyReply } from 'fastify';
import { Transactions } from '../platform/database/index.js';
import { Access, CurrentActor, etag } from '../platform/http/index.js';
import type { Staff } from '../platform/http/index.js';
import { Answers } from '../platform/openapi/index.js';
import { FloorReading } from './floor-reading.js';
import { SittingCommands } from './sitting-commands.js';

/** The dining room. */
@ApiTags('Floor')
@Controller('locations/:locationId')
export class FloorController {
  constructor(
    private readonly reading: FloorReading,
    private readonly commands: SittingCommands,
    private readonly transactions: Transactions,
  ) {}

  @Get('floor')
  @Access('floor.serve')
  @ApiOperation({
    operationId: 'getFloor',
    summary: 'Every table with its state, what is owed there, who calls, and what waits at the pass',
    description:
      'A table is `free`, `seated`, `ordered`, `served`, `wants-bill` or `food-waiting`, each `since` when. Events of orders, tickets and sittings in the feed say when to look again.',
  })
  @Answers('FloorView')
  floor(@Param('locationId') locationId: string): Promise<FloorView> {
    return this.reading.floor(locationId);
  }

  @Put('tables/:tableId/sitting')
  @Access('floor.serve')
  @ApiOperation({
    operationId: 'seatTable',
    summary: 'Guests sit down at a table',
    description:
      'Where somebody sits already, that sitting is answered as it is. Guests who order or call at a free table sit down by that.',
  })
  @Answers('SittingView', { etag: true })
  async seat(
    @CurrentActor() staff: Staff,
    @Param('locationId') locationId: string,
    @Param('tableId') tableId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SittingView> {
    const view = await this.transactions.run(async (tx) => {
      const id = await this.commands.seat(tx, tableId, staff);
      await tx.flush();
      return this.reading.sitting(locationId, id, tx.manager);
    });
    void reply.header('ETag', etag(view.version));
    return view;
  }
}
