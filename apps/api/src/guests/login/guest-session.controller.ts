import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { GuestLoginWaysView, GuestSessionView, LoginLinkView } from '@comanda/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access, closedTransport, DomainError, GUEST_COOKIE, LimitedTo } from '../../platform/http/index.js';
import { Mail, SiteAddress } from '../../platform/mail/index.js';
import { Answers, Refuses } from '../../platform/openapi/index.js';
import { PasskeyLoginDto } from '../passkeys/passkey.dto.js';
import { PasskeyLogin } from '../passkeys/passkey-login.js';
import { passkeySite } from '../passkeys/passkey-site.js';
import { AskLoginLinkDto, RedeemLoginLinkDto } from './guest-login.dto.js';
import { GuestSessions } from './guest-sessions.js';
import type { OpenedSession } from './guest-sessions.js';
import { LoginLinks } from './login-links.js';
import { SessionViews } from './session-views.js';

const IN_THE_OPEN = 'Log-ins do not travel in the open. Use https.';

/** How guests get into their account, and out. */
@ApiTags('Guest accounts')
@Controller('guest-account')
export class GuestSessionController {
  constructor(
    private readonly links: LoginLinks,
    private readonly passkeys: PasskeyLogin,
    private readonly sessions: GuestSessions,
    private readonly views: SessionViews,
    private readonly mail: Mail,
    private readonly site: SiteAddress,
  ) {}

  @Get('ways')
  @Access('public')
  @ApiOperation({
    operationId: 'getGuestLoginWays',
    summary: 'How one can log in here',
    description: 'By mail when the operator has set up a mail server, by passkey over https or on localhost.',
  })
  @Answers('GuestLoginWaysView')
  ways(@Req() request: FastifyRequest): GuestLoginWaysView {
    return { mail: this.mail.works, passkeys: passkeySite(this.site.originFor(request)) !== null };
  }

  @Post('login-links')
  @HttpCode(202)
  @Access('public')
  @LimitedTo('mail')
  @ApiOperation({
    operationId: 'askLoginLink',
    summary: 'Ask for a mail with a log-in link',
    description:
      'The answer is the same whether the address has an account or not: the first log-in makes it. The link is good for fifteen minutes, once.',
  })
  @Answers('LoginLinkView')
  @Refuses('mail_off', 'insecure_transport')
  async ask(@Body() body: AskLoginLinkDto, @Req() request: FastifyRequest): Promise<LoginLinkView> {
    closedTransport(request, IN_THE_OPEN);
    return this.links.send(body, this.site.originFor(request));
  }

  @Post('session')
  @Access('public')
  @ApiOperation({
    operationId: 'redeemLoginLink',
    summary: 'Log in with the link of the mail; sets the session cookie',
    description:
      'A POST, so that programs that open the links of mails spend none. The `csrfToken` of the answer goes with every change.',
  })
  @Answers('GuestSessionView')
  @Refuses('not_found', 'login_link_used', 'login_link_expired', 'insecure_transport')
  async redeem(
    @Body() { loginToken }: RedeemLoginLinkDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<GuestSessionView> {
    const transport = closedTransport(request, IN_THE_OPEN);
    return this.#enter(reply, await this.links.redeem(loginToken), transport);
  }

  @Post('session/passkey')
  @Access('public')
  @ApiOperation({
    operationId: 'logInWithPasskey',
    summary: 'Log in with a passkey; sets the session cookie',
    description: 'The browser has signed the challenge of `POST /guest-account/passkey-challenges`.',
  })
  @Answers('GuestSessionView')
  @Refuses('invalid_passkey', 'insecure_transport')
  async logInWithPasskey(
    @Body() body: PasskeyLoginDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<GuestSessionView> {
    const transport = closedTransport(request, IN_THE_OPEN);
    return this.#enter(reply, await this.passkeys.logIn(body, this.site.originFor(request)), transport);
  }

  @Get('session')
  @Access('guest-account')
  @ApiOperation({
    operationId: 'getGuestSession',
    summary: 'Who is logged in as a guest, with the CSRF token',
    description: 'For a page that is loaded again: who it is and until when.',
  })
  @Answers('GuestSessionView')
  async get(@Req() request: FastifyRequest): Promise<GuestSessionView> {
    const secret = GUEST_COOKIE.secretOf(request);
    const session = secret === undefined ? null : await this.sessions.find(secret);
    if (!session) throw new DomainError('unauthenticated', 'Log in to your account first.');
    return this.views.of(session);
  }

  @Delete('session')
  @HttpCode(204)
  @Access('guest-account')
  @ApiOperation({
    operationId: 'logGuestOut',
    summary: 'Log out; the session ends at once',
    description: 'The cookie is taken away, and the session is worth nothing from now on.',
  })
  async logOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const secret = GUEST_COOKIE.secretOf(request);
    if (secret !== undefined) await this.sessions.end(secret);
    GUEST_COOKIE.clear(reply);
  }

  #enter(
    reply: FastifyReply,
    opened: OpenedSession,
    transport: ReturnType<typeof closedTransport>,
  ): Promise<GuestSessionView> {
    GUEST_COOKIE.set(reply, opened, transport);
    return this.views.of(opened);
  }
}
