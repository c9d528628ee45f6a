import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { PasskeyChallengeView, PasskeyCreationView, PasskeyView } from '@comanda/shared';
import type { FastifyRequest } from 'fastify';
import { Access, CurrentGuest } from '../../platform/http/index.js';
import type { GuestAccount } from '../../platform/http/index.js';
import { SiteAddress } from '../../platform/mail/index.js';
import { Answers, AnswersList, Refuses } from '../../platform/openapi/index.js';
import { AskPasskeyChallengeDto, AskPasskeyCreationDto, RegisterPasskeyDto } from './passkey.dto.js';
import { PasskeyLogin } from './passkey-login.js';
import { requirePasskeySite } from './passkey-site.js';
import { Passkeys } from './passkeys.js';

/** Passkeys (WebAuthn, level 3): https or localhost only. */
@ApiTags('Guest accounts')
@Controller('guest-account')
export class PasskeysController {
  constructor(
    private readonly passkeys: Passkeys,
    private readonly logins: PasskeyLogin,
    private readonly site: SiteAddress,
  ) {}

  @Post('passkey-challenges')
  @Access('public')
  @ApiOperation({
    operationId: 'askPasskeyChallenge',
    summary: 'What the browser shall sign to log in',
    description:
      'For `navigator.credentials.get`; good for five minutes, once. The browser offers the passkeys that it has.',
  })
  @Answers('PasskeyChallengeView')
  @Refuses('insecure_transport')
  async challenge(
    @Body() _body: AskPasskeyChallengeDto,
    @Req() request: FastifyRequest,
  ): Promise<PasskeyChallengeView> {
    return this.logins.challenge(this.site.originFor(request));
  }

  @Get('passkeys')
  @Access('guest-account')
  @ApiOperation({
    operationId: 'listPasskeys',
    summary: 'The passkeys of the account',
    description: 'With the names that the guest gave them, and when each was used last.',
  })
  @AnswersList('PasskeyView')
  async list(@CurrentGuest() { id }: GuestAccount): Promise<PasskeyView[]> {
    return this.passkeys.list(id);
  }

  @Post('passkeys/challenge')
  @Access('guest-account')
  @ApiOperation({
    operationId: 'askPasskeyCreation',
    summary: 'What the browser needs to make a passkey',
    description: 'For `navigator.credentials.create`; good for five minutes, once.',
  })
  @Answers('PasskeyCreationView')
  @Refuses('insecure_transport')
  async prepare(
    @CurrentGuest() { id }: GuestAccount,
    @Body() _body: AskPasskeyCreationDto,
    @Req() request: FastifyRequest,
  ): Promise<PasskeyCreationView> {
    return this.passkeys.prepare(id, requirePasskeySite(this.site.originFor(request)));
  }

  @Post('passkeys')
  @Access('guest-account')
  @ApiOperation({
    operationId: 'registerPasskey',
    summary: 'Keep the passkey that the browser made',
    description: 'From then on it logs in without a mail. Only its public half is kept.',
  })
  @Answers('PasskeyView')
  @Refuses('invalid_passkey', 'already_exists', 'insecure_transport')
  async register(
    @CurrentGuest() { id }: GuestAccount,
    @Body() body: RegisterPasskeyDto,
    @Req() request: FastifyRequest,
  ): Promise<PasskeyView> {
    return this.passkeys.register(id, body, requirePasskeySite(this.site.originFor(request)));
  }

  @Delete('passkeys/:passkeyId')
  @HttpCode(204)
  @Access('guest-account')
  @ApiOperation({
    operationId: 'removePasskey',
    summary: 'Delete a passkey',
    description: 'It logs nobody in any more; the device may go on showing it until it is deleted there too.',
  })
  async remove(@CurrentGuest() { id }: GuestAccount, @Param('passkeyId') passkeyId: string): Promise<void> {
    await this.passkeys.remove(id, passkeyId);
  }
}
