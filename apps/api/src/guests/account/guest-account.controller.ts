import { Body, Controller, Delete, Get, Header, HttpCode, Patch, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { GuestAccountView, GuestExportView } from '@comanda/shared';
import type { FastifyReply } from 'fastify';
import { Access, CurrentGuest, GUEST_COOKIE } from '../../platform/http/index.js';
import type { GuestAccount } from '../../platform/http/index.js';
import { Answers, Refuses } from '../../platform/openapi/index.js';
import { ChangeGuestDto } from './guest-account.dto.js';
import { GuestAccounts } from './guest-accounts.js';
import { GuestData } from './guest-data.js';

/** What a guest says about themselves, takes along and has deleted. */
@ApiTags('Guest accounts')
@Controller('guest-account')
export class GuestAccountController {
  constructor(
    private readonly accounts: GuestAccounts,
    private readonly data: GuestData,
  ) {}

  @Get()
  @Access('guest-account')
  @ApiOperation({
    operationId: 'getGuestAccount',
    summary: 'The account: name, telephone, language, diet',
    description: 'The diet is what the filter of the menu begins with; it declares no allergy to a kitchen.',
  })
  @Answers('GuestAccountView')
  async get(@CurrentGuest() { id }: GuestAccount): Promise<GuestAccountView> {
    return this.accounts.view(id);
  }

  @Patch()
  @Access('guest-account')
  @ApiOperation({
    operationId: 'changeGuestAccount',
    summary: 'Change name, telephone, language or diet',
    description: 'What is absent stays; null removes a name or a telephone number.',
  })
  @Answers('GuestAccountView')
  async change(@CurrentGuest() { id }: GuestAccount, @Body() body: ChangeGuestDto): Promise<GuestAccountView> {
    return this.accounts.change(id, body);
  }

  @Get('export')
  @Access('guest-account')
  @Header('Content-Disposition', 'attachment; filename="my-data.json"')
  @ApiOperation({
    operationId: 'exportGuestData',
    summary: 'Everything that is kept of the guest, as a file',
    description: 'Account, addresses, passkeys, log-ins and all orders of the account in one JSON document.',
  })
  @Answers('GuestExportView')
  async export(@CurrentGuest() { id }: GuestAccount): Promise<GuestExportView> {
    return this.data.export(id);
  }

  @Delete()
  @HttpCode(204)
  @Access('guest-account')
  @ApiOperation({
    operationId: 'eraseGuestAccount',
    summary: 'Delete the account and the person in its orders, for good',
    description:
      'Orders stay for the books without name, contact, address, notes and allergies; everything else is deleted and every device logged out. Events of these orders are rewritten, and `order.forgotten` tells those who keep copies.',
  })
  @Refuses('order_under_way')
  async erase(@CurrentGuest() { id }: GuestAccount, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.data.erase(id);
    GUEST_COOKIE.clear(reply);
  }
}
