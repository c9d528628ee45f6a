import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { GuestAddressView } from '@comanda/shared';
import { Access, CurrentGuest } from '../../platform/http/index.js';
import type { GuestAccount } from '../../platform/http/index.js';
import { Answers, AnswersList } from '../../platform/openapi/index.js';
import { GuestAddressDto } from './guest-address.dto.js';
import { GuestAddresses } from './guest-addresses.js';

/** Where a guest has food brought. */
@ApiTags('Guest accounts')
@Controller('guest-account/addresses')
export class GuestAddressesController {
  constructor(private readonly addresses: GuestAddresses) {}

  @Get()
  @Access('guest-account')
  @ApiOperation({
    operationId: 'listGuestAddresses',
    summary: 'The addresses in the account',
    description: 'In the order in which they were added. One is the default, with which the checkout begins.',
  })
  @AnswersList('GuestAddressView')
  async list(@CurrentGuest() { id }: GuestAccount): Promise<GuestAddressView[]> {
    return this.addresses.list(id);
  }

  @Post()
  @Access('guest-account')
  @ApiOperation({
    operationId: 'addGuestAddress',
    summary: 'Add an address',
    description:
      'The first one is the default. Whether a restaurant delivers there is asked when something is ordered.',
  })
  @Answers('GuestAddressView')
  async add(@CurrentGuest() { id }: GuestAccount, @Body() body: GuestAddressDto): Promise<GuestAddressView> {
    return this.addresses.add(id, body);
  }

  @Put(':addressId')
  @Access('guest-account')
  @ApiOperation({
    operationId: 'changeGuestAddress',
    summary: 'Write an address anew, or make it the default',
    description: 'The whole of it. One that becomes the default takes that from the other.',
  })
  @Answers('GuestAddressView')
  async change(
    @CurrentGuest() { id }: GuestAccount,
    @Param('addressId') addressId: string,
    @Body() body: GuestAddressDto,
  ): Promise<GuestAddressView> {
    return this.addresses.change(id, addressId, body);
  }

  @Delete(':addressId')
  @HttpCode(204)
  @Access('guest-account')
  @ApiOperation({
    operationId: 'removeGuestAddress',
    summary: 'Delete an address',
    description: 'Orders that were brought there keep it. When it was the default, the first of the others becomes it.',
  })
  async remove(@CurrentGuest() { id }: GuestAccount, @Param('addressId') addressId: string): Promise<void> {
    await this.addresses.remove(id, addressId);
  }
}
