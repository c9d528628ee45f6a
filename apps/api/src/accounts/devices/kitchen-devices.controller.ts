import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { KitchenDeviceView, PairingCodeView } from '@comanda/shared';
import { Access } from '../../platform/http/index.js';
import { Answers, AnswersList } from '../../platform/openapi/index.js';
import { CreateKitchenDeviceDto } from './kitchen-device.dto.js';
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
    description: 'One without `pairedAt` waits for its code to be typed in.',
  })
  @AnswersList('KitchenDeviceView')
  list(@Param('locationId') locationId: string): Promise<KitchenDeviceView[]> {
    return this.devices.list(locationId);
  }

  @Post()
  @Access('kitchen.devices')
  @ApiOperation({
    operationId: 'createKitchenDevice',
    summary: 'Get a code by which a screen is paired',
    description:
      'Six digits, good for ten minutes and for one screen. With `stationId` the screen sees and cooks the tickets of this station and nothing else.',
  })
  @Answers('PairingCodeView')
  create(@Param('locationId') locationId: string, @Body() body: CreateKitchenDeviceDto): Promise<PairingCodeView> {
    return this.devices.create(locationId, body);
  }

  @Delete(':deviceId')
  @HttpCode(204)
  @Access('kitchen.devices')
  @ApiOperation({
    operationId: 'revokeKitchenDevice',
    summary: 'Shut a screen out',
    description: 'At once, wherever it is. It can be paired again with a new code.',
  })
  async revoke(@Param('locationId') locationId: string, @Param('deviceId') deviceId: string): Promise<void> {
    await this.devices.revoke(locationId, deviceId);
  }
}
