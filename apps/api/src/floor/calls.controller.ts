import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { TableCallView } from '@comanda/shared';
import { Transactions } from '../platform/database/index.js';
import { Access, CurrentActor } from '../platform/http/index.js';
import type { Staff } from '../platform/http/index.js';
import { Answers } from '../platform/openapi/index.js';
import { TableCalls } from '../seating/index.js';
import { toCallView } from './floor.view.js';

@ApiTags('Floor')
@Controller('calls/:id')
export class CallsController {
  constructor(
    private readonly calls: TableCalls,
    private readonly transactions: Transactions,
  ) {}

  @Post('acknowledgement')
  @HttpCode(200)
  @Access('floor.serve')
  @ApiOperation({
    operationId: 'acknowledgeCall',
    summary: 'Somebody comes: the guest who called is told',
    description: 'The first who says so comes; the answer tells who, also to a second one.',
  })
  @Answers('TableCallView')
  async acknowledge(@CurrentActor() staff: Staff, @Param('id') id: string): Promise<TableCallView> {
    return toCallView(await this.transactions.run((tx) => this.calls.acknowledge(tx, id, staff)));
  }
}
