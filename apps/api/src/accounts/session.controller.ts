import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ROLE_PERMISSIONS } from '@comanda/shared';
import type { ActingRole, PairingCodeView, Role, SessionView } from '@comanda/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  Access,
  closedTransport,
  CurrentActor,
  DomainError,
  LimitedTo,
  STAFF_COOKIE,
  transportOf,
} from '../platform/http/index.js';
import type { Staff, Transport } from '../platform/http/index.js';
import { Answers, Refuses } from '../platform/openapi/index.js';
import { AskPairingCodeDto, BeatDto } from './devices/kitchen-device.dto.js';
import { PAIRED_MS } from './devices/kitchen-devices.js';
import { OpenScreens } from './devices/open-screens.js';
import { PairingCodes } from './devices/pairing-codes.js';
import { ScreenBeats } from './devices/screen-beats.js';
import { LogInDto } from './session.dto.js';
import { Sessions } from './sessions.js';
import type { Session } from './sessions.js';

@ApiTags('Session')
@Controller('session')
export class SessionController {
  constructor(
    private readonly sessions: Sessions,
    private readonly codes: PairingCodes,
    private readonly beats: ScreenBeats,
    private readonly open: OpenScreens,
  ) {}

  @Post()
  @Access('public')
  @LimitedTo('log-in')
  @ApiOperation({
    operationId: 'logIn',
    summary: 'Log in; sets the session cookie',
    description:
      "The cookie is the log-in; the `csrfToken` of the answer goes with every change. Only over https, or within the restaurant's own network.",
  })
  @Answers('SessionView')
  @Refuses('invalid_login', 'insecure_transport')
  async logIn(
    @Body() body: LogInDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    const transport = closedTransport(request, 'Passwords do not travel in the open. Use https.');
    const opened = await this.sessions.logIn(body.email, body.password);
    STAFF_COOKIE.set(reply, { secret: opened.secret, expiresAt: opened.session.expiresAt }, transport);
    return toSessionView(opened.session, transport);
  }

  @Post('device')
  @HttpCode(201)
  @Access('public')
  @LimitedTo('pairing')
  @ApiOperation({
    operationId: 'askPairingCode',
    summary: 'A code for a screen of the kitchen that nobody has logged in',
    description:
      'Six digits, good for ten minutes. The screen shows them; once the office has typed them in, the cookie of this answer is the log-in of the screen: `GET /session` says when.',
  })
  @Answers('PairingCodeView')
  @Refuses('insecure_transport')
  async askCode(
    @Body() _body: AskPairingCodeDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PairingCodeView> {
    const transport = closedTransport(request, 'Codes do not travel in the open. Use https.');
    const { secret, view } = await this.codes.give();
    STAFF_COOKIE.set(reply, { secret, expiresAt: Date.parse(view.expiresAt) + PAIRED_MS }, transport);
    return view;
  }

  @Post('heartbeat')
  @HttpCode(204)
  @Access('staff')
  @ApiOperation({
    operationId: 'beatScreen',
    summary: 'A screen of the kitchen says that it shows a live board',
    description:
      'Every five seconds. After fifteen without it the office is told: `screen.silent`. One that a person has logged in names itself in `screen`, and says `closed` when it is put away.',
  })
  async beat(@CurrentActor() staff: Staff, @Body() { board, screen }: BeatDto): Promise<void> {
    if (isScreen(staff.role)) return this.beats.hear(staff.id);
    if (screen === undefined || !ROLE_PERMISSIONS[staff.role].includes('kitchen.read')) return;
    if (board === 'closed') await this.open.close(staff, screen);
    else this.open.hear(staff, screen);
  }

  @Get()
  @Access('staff')
  @ApiOperation({
    operationId: 'getSession',
    summary: 'Who is logged in, with the CSRF token',
    description: 'For a page that is loaded again: who it is, what they may do and until when.',
  })
  @Answers('SessionView')
  async get(@Req() request: FastifyRequest): Promise<SessionView> {
    const secret = STAFF_COOKIE.secretOf(request);
    const session = secret === undefined ? null : await this.sessions.find(secret);
    if (!session) throw new DomainError('unauthenticated', 'Log in first.');
    return toSessionView(session, transportOf(request));
  }

  @Delete()
  @HttpCode(204)
  @Access('staff')
  @ApiOperation({
    operationId: 'logOut',
    summary: 'Log out; the session ends at once',
    description:
      'The cookie is taken away, and the session is worth nothing from now on, wherever its cookie was copied to.',
  })
  async logOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const secret = STAFF_COOKIE.secretOf(request);
    if (secret !== undefined) await this.sessions.logOut(secret);
    STAFF_COOKIE.clear(reply);
  }
}

function isScreen(role: ActingRole): role is Exclude<ActingRole, Role> {
  return role === 'station-screen' || role === 'pass-screen';
}

function toSessionView({ staff, csrfToken, expiresAt }: Session, transport: Transport): SessionView {
  const { id, name, email, role, locationId, stationId } = staff;
  return {
    staff: { id, name, email: email ?? '', role: isScreen(role) ? 'kitchen' : role, active: true },
    ...(isScreen(role) ? { device: { id, name, ...(stationId === undefined ? {} : { stationId }) } } : {}),
    permissions: ROLE_PERMISSIONS[role],
    locationId,
    csrfToken,
    expiresAt: new Date(expiresAt).toISOString(),
    insecureTransport: transport !== 'secure',
  };
}
