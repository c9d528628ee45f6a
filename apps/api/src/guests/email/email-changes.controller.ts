import { Body, Controller, Delete, Get, HttpCode, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { EmailChangeView, GuestAccountView } from '@comanda/shared';
import type { FastifyRequest } from 'fastify';
import { Access, CurrentGuest, LimitedTo } from '../../platform/http/index.js';
import type { GuestAccount } from '../../platform/http/index.js';
import { SiteAddress } from '../../platform/mail/index.js';
import { Answers, AnswersList, Refuses } from '../../platform/openapi/index.js';
import { AskEmailChangeDto, ConfirmEmailChangeDto } from './email-change.dto.js';
import { EmailChanges } from './email-changes.js';

/** Another address for an account: nothing changes before the link in the mail to it is opened. */
@ApiTags('Guest accounts')
@Controller('guest-account/email-changes')
export class EmailChangesController {
  constructor(
    private readonly changes: EmailChanges,
    private readonly site: SiteAddress,
  ) {}

  @Get()
  @Access('guest-account')
  @ApiOperation({
    operationId: 'listEmailChanges',
    summary: 'The new address that waits to be confirmed',
    description: 'One at most; none when nothing was asked for, or when its link has expired.',
  })
  @AnswersList('EmailChangeView')
  async list(@CurrentGuest() { id }: GuestAccount): Promise<EmailChangeView[]> {
    return this.changes.list(id);
  }

  @Post()
  @HttpCode(202)
  @Access('guest-account')
  @LimitedTo('mail')
  @ApiOperation({
    operationId: 'askEmailChange',
    summary: 'Ask for another e-mail address',
    description:
      'A link goes to the new address, a notice to the old one; until the link is opened nothing changes. The answer does not tell whether the address has an account of its own. A later wish takes the place of an earlier one.',
  })
  @Answers('EmailChangeView')
  @Refuses('mail_off', 'invalid_request')
  async ask(
    @CurrentGuest() { id }: GuestAccount,
    @Body() { email }: AskEmailChangeDto,
    @Req() request: FastifyRequest,
  ): Promise<EmailChangeView> {
    return this.changes.ask(id, email, this.site.originFor(request));
  }

  @Delete()
  @HttpCode(204)
  @Access('guest-account')
  @ApiOperation({
    operationId: 'withdrawEmailChange',
    summary: 'Keep the address that the account has',
    description: 'The link that was sent opens nothing any more.',
  })
  async withdraw(@CurrentGuest() { id }: GuestAccount): Promise<void> {
    await this.changes.withdraw(id);
  }

  @Post('confirmation')
  @HttpCode(200)
  @Access('guest-account')
  @ApiOperation({
    operationId: 'confirmEmailChange',
    summary: 'Take the new address, with the link of the mail to it',
    description:
      'Once, within fifteen minutes, and only by a device that is logged in to the same account: a stranger who gets the mail gives nobody their address by mistake. Other devices stay logged in. `already_exists` when the address has an account of its own by then.',
  })
  @Answers('GuestAccountView')
  @Refuses('not_found', 'login_link_used', 'login_link_expired', 'already_exists')
  async confirm(
    @CurrentGuest() { id }: GuestAccount,
    @Body() { token }: ConfirmEmailChangeDto,
  ): Promise<GuestAccountView> {
    return this.changes.confirm(id, token);
  }
}
