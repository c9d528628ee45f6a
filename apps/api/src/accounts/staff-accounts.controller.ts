import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { StaffView } from '@comanda/shared';
import { Access } from '../platform/http/index.js';
import { Answers, AnswersList, Refuses } from '../platform/openapi/index.js';
import { ChangeStaffDto, CreateStaffDto } from './staff-account.dto.js';
import { StaffAccounts } from './staff-accounts.js';

/** Who works at a restaurant. Accounts are switched off, never deleted: the log goes on naming them. */
@ApiTags('Staff')
@Controller('locations/:locationId/staff-accounts')
export class StaffAccountsController {
  constructor(private readonly accounts: StaffAccounts) {}

  @Get()
  @Access('staff.manage')
  @ApiOperation({
    operationId: 'listStaffAccounts',
    summary: 'Everybody who has an account, the oldest first',
    description: 'Those that are switched off too: the log goes on naming them.',
  })
  @AnswersList('StaffView')
  async list(@Param('locationId') locationId: string): Promise<StaffView[]> {
    return this.accounts.list(locationId);
  }

  @Post()
  @Access('staff.manage')
  @ApiOperation({
    operationId: 'createStaffAccount',
    summary: 'Give somebody an account',
    description: 'They can log in at once. An e-mail exists once in the whole installation.',
  })
  @Answers('StaffView')
  @Refuses('already_exists')
  async create(@Param('locationId') locationId: string, @Body() body: CreateStaffDto): Promise<StaffView> {
    return this.accounts.create(locationId, body);
  }

  @Patch(':accountId')
  @Access('staff.manage')
  @ApiOperation({
    operationId: 'changeStaffAccount',
    summary: 'Change name, role or password, or switch an account off; the last admin stays',
    description: 'What is absent stays. A new password and switching off end all sessions of the account.',
  })
  @Answers('StaffView')
  @Refuses('in_use')
  async change(
    @Param('locationId') locationId: string,
    @Param('accountId') accountId: string,
    @Body() body: ChangeStaffDto,
  ): Promise<StaffView> {
    return this.accounts.change(locationId, accountId, body);
  }
}
