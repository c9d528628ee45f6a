import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ROLE_PERMISSIONS } from '@comanda/shared';
import type { SessionView } from '@comanda/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access, DomainError, LimitedTo, PLAIN_COOKIE, SECURE_COOKIE, sessionSecret } from '../platform/http/index.js';
import { Answers, Refuses } from '../platform/openapi/index.js';
import { PairKitchenDeviceDto } from './devices/kitchen-device.dto.js';
import { KitchenDevices } from './devices/kitchen-devices.js';
import { LogInDto } from './session.dto.js';
import { Sessions } from './sessions.js';
import type { Session } from './sessions.js';
import { transportOf } from './transport.js';
import type { Transport } from './transport.js';

const SAFE = { httpOnly: true, sameSite: 'strict', path: '/' } as const;

@ApiTags('Session')
@Controller('session')
export class SessionController {
  constructor(
    private readonly sessions: Sessions,
    private readonly devices: KitchenDevices,
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
    const transport = transportOf(wayOf(request));
    if (transport === 'open') {
      throw new DomainError('insecure_transport', 'Passwords do not travel in the open. Use https.');
    }
    const opened = await this.sessions.logIn(body.email, body.password);
    return openSession(reply, opened, transport);
  }

  @Post('device')
  @HttpCode(201)
  @Access('public')
  @LimitedTo('log-in')
  @ApiOperation({
    operationId: 'pairKitchenDevice',
    summary: 'Pair a screen of the kitchen by its code; sets the session cookie',
    description:
      'The office gets the code. The screen stays paired for a year or until it is revoked, and may do only what its station needs.',
  })
  @Answers('SessionView')
  @Refuses('invalid_login', 'insecure_transport')
  async pair(
    @Body() { code }: PairKitchenDeviceDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    const transport = transportOf(wayOf(request));
    if (transport === 'open') {
      throw new DomainError('insecure_transport', 'Codes do not travel in the open. Use https.');
    }
    return openSession(reply, await this.devices.pair(code), transport);
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
    const secret = sessionSecret(request);
    const session = secret === undefined ? null : await this.sessions.find(secret);
    if (!session) throw new DomainError('unauthenticated', 'Log in first.');
    return toSessionView(session, transportOf(wayOf(request)));
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
    const secret = sessionSecret(request);
    if (secret !== undefined) await this.sessions.logOut(secret);
    reply.clearCookie(SECURE_COOKIE, { ...SAFE, secure: true }).clearCookie(PLAIN_COOKIE, SAFE);
  }
}

function wayOf({ protocol, host, ip }: FastifyRequest): { protocol: string; host: string; ip: string } {
  return { protocol, host, ip };
}

function openSession(
  reply: FastifyReply,
  { secret, session }: { readonly secret: string; readonly session: Session },
  transport: Transport,
): SessionView {
  const secure = transport === 'secure';
  const expires = new Date(session.expiresAt);
  reply.setCookie(secure ? SECURE_COOKIE : PLAIN_COOKIE, secret, { ...SAFE, secure, expires });
  return toSessionView(session, transport);
}

function toSessionView({ staff, csrfToken, expiresAt }: Session, transport: Transport): SessionView {
  const { id, name, email, role, locationId, stationId } = staff;
  const isScreen = role === 'station-screen' || role === 'pass-screen';
  return {
    staff: { id, name, email: email ?? '', role: isScreen ? 'kitchen' : role, active: true },
    ...(isScreen ? { device: { id, name, ...(stationId === undefined ? {} : { stationId }) } } : {}),
    permissions: ROLE_PERMISSIONS[role],
    locationId,
    csrfToken,
    expiresAt: new Date(expiresAt).toISOString(),
    insecureTransport: transport !== 'secure',
  };
}
