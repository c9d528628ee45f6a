import { Controller, Get, Header, HttpStatus, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Database } from '../database/index.js';
import { Access } from '../http/index.js';

/** For whoever watches the process: is it alive, and can it serve. */
@Controller()
@Access('public')
export class HealthController {
  constructor(private readonly database: Database) {}

  @Get('healthz')
  @Header('Cache-Control', 'no-store')
  alive(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('readyz')
  @Header('Cache-Control', 'no-store')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<{ status: 'ok' | 'database_away' }> {
    try {
      await this.database.reader.query('SELECT 1');
      return { status: 'ok' };
    } catch {
      reply.status(HttpStatus.SERVICE_UNAVAILABLE).header('Retry-After', '5');
      return { status: 'database_away' };
    }
  }
}
