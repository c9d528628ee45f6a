import { Controller, Get, Header, HttpStatus, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { HealthView } from '@comanda/shared';
import type { FastifyReply } from 'fastify';
import { Access } from '../http/index.js';
import { Answers } from '../openapi/index.js';
import { Readiness } from './readiness.js';

/** For whoever watches the process: is it alive, and can it serve. */
@ApiTags('Health')
@Controller()
@Access('public')
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  @Get('healthz')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({
    operationId: 'getLiveness',
    summary: 'Is the process alive?',
    description:
      'Answers as long as the process runs, whatever its database does. For restarts, not for sharing out requests.',
  })
  @Answers('HealthView')
  alive(): HealthView {
    return { status: 'ok' };
  }

  @Get('readyz')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({
    operationId: 'getReadiness',
    summary: 'Can it serve? Looks whether the database answers',
    description:
      'For proxies: 503 while the database is away, migrations are missing or the process is about to end. `warnings` name settings of the database that risk answered orders.',
  })
  @Answers('HealthView', { alsoWith: 503 })
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<HealthView> {
    const view = await this.readiness.look();
    if (view.status !== 'ok') reply.status(HttpStatus.SERVICE_UNAVAILABLE).header('Retry-After', '5');
    return view;
  }
}
