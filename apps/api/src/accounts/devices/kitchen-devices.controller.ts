import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { KitchenDeviceView } from '@comanda/shared';
import { Access, CurrentActor, LimitedTo } from '../../platform/http/index.js';
import type { Staff } from '../../platform/http/index.js';
import { Answers, AnswersList } from '../../platform/openapi/index.js';
import { PairKitchenDeviceDto } from './kitchen-device.dto.js';
import { KitchenDevices } from './kitchen-devices.js';

/** The screens of the kitchen, as the office sees them. */
@ApiTags('Staff')
@Controller('locations/:locationId/kitchen-devices')
export class KitchenDevicesController {
  constructor(private readonly devices: KitchenDevices) {}

  @Get()
  @Access('kitchen.devices')
  @ApiOperation({
    operationId: 'listKitchenDevices',
    summary: 'The screens of the kitchen, the oldest first',
    description:
      'With `silentSince` nothing was heard of it for fifteen seconds. `screen.silent` and `screen.heard` tell it live.',
  })
  @AnswersList('KitchenDeviceView')
  list(@Param('locationId') locationId: string): Promise<KitchenDeviceView[]> {
    return this.devices.list(locationId);
  }

  @Post()
  @Access('kitchen.devices')
  @LimitedTo('pairing')
  @ApiOperation({
    operationId: 'pairKitchenDevice',
    summary: 'Pair a screen by the code that it shows',
    description:
      'The screen stays paired for a year or until it is unpaired. With `stationId` it sees and cooks the tickets of this station and nothing else.',
  })
  @Answers('KitchenDeviceView')
  pair(@CurrentActor() staff: Staff, @Body() body: PairKitchenDeviceDto): Promise<KitchenDeviceView> {
    return this.devices.pair(staff, body);
  }

  @Delete(':deviceId')
  @HttpCode(204)
  @Access('kitchen.devices')
  @ApiOperation({
    operationId: 'unpairKitchenDevice',
    summary: 'Shut a screen out',
    description: 'At once, wherever it is. It can be paired again with a new code.',
  })
  async unpair(@CurrentActor() staff: Staff, @Param('deviceId') deviceId: string): Promise<void> {
    await this.devices.unpair(staff, deviceId);
  }
}
