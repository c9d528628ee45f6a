import { Body, Controller, Delete, HttpCode, Param, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { SlotHoldView } from '@comanda/shared';
import { Access, LimitedTo } from '../../platform/http/index.js';
import { Answers, Refuses } from '../../platform/openapi/index.js';
import { SlotHoldPath, SlotsDto } from '../order.dto.js';
import { SlotHolds } from './slot-holds.js';

/** A time that is kept while a guest is at the checkout. */
@ApiTags('Ordering')
@Controller('locations/:locationId/slot-holds/:holdKey')
export class SlotHoldsController {
  constructor(private readonly holds: SlotHolds) {}

  @Put()
  @Access('public')
  @LimitedTo('hold')
  @ApiOperation({
    operationId: 'holdSlot',
    summary: 'Keep a time while the guest is at the checkout',
    description:
      'For some minutes nobody else gets its place. Asked again it is the same hold, which lasts no longer; another time takes its place. Name the key as `fulfilment.slotHold` with the order, which turns the hold into its place. A key holds one time, and none any more once its order was placed. An order that comes too late is still taken while there is room.',
  })
  @Answers('SlotHoldView')
  @Refuses('slot_full', 'slot_unavailable', 'slot_hold_used')
  hold(@Param() { locationId, holdKey }: SlotHoldPath, @Body() body: SlotsDto): Promise<SlotHoldView> {
    return this.holds.hold(locationId, holdKey, body);
  }

  @Delete()
  @HttpCode(204)
  @Access('public')
  @ApiOperation({
    operationId: 'releaseSlot',
    summary: 'Give a held time back',
    description: 'One that is not held, or not any more, is answered with 404: it is free already.',
  })
  @Refuses('invalid_request')
  async release(@Param() { locationId, holdKey }: SlotHoldPath): Promise<void> {
    await this.holds.release(locationId, holdKey);
  }
}
