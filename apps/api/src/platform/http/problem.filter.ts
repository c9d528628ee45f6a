import { Catch, Logger, NotFoundException } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import type { ProblemCode } from '@comanda/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CommitOutcomeUnknown, databaseFault } from '../database/index.js';
import { DomainError } from './domain-error.js';
import { frameworkRefusal } from './edge/fastify-refusal.js';
import { PROBLEM_TYPE, toProblem } from './edge/problem.js';
import { RouteTable } from './edge/route-table.js';

/** When to ask again. */
const RETRY_AFTER_SECONDS: Partial<Readonly<Record<ProblemCode, number>>> = {
  service_unavailable: 5,
  idempotency_in_progress: 1,
};

/** Turns whatever was thrown into the one error shape of the API (RFC 9457), and keeps its inside to itself. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  readonly #logger = new Logger('http');

  constructor(private readonly table: RouteTable) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    if (reply.sent || reply.raw.headersSent) return;
    const known = this.#wrongMethod(error, request, reply) ?? asDomainError(error, request);
    if (known.status >= 500) this.#logger.error(error instanceof Error ? (error.stack ?? error.message) : error);
    const wait = RETRY_AFTER_SECONDS[known.code];
    if (wait !== undefined) void reply.header('Retry-After', String(wait));
    if (known.status === 415) void reply.header('Accept', 'application/json');
    void reply
      .status(known.status)
      .type(PROBLEM_TYPE)
      .send(toProblem(known, request.url, request.id));
  }

  /** Nest says "not found" when no route fits; perhaps the address is right and only the method is wrong. */
  #wrongMethod(error: unknown, request: FastifyRequest, reply: FastifyReply): DomainError | undefined {
    if (!(error instanceof NotFoundException)) return undefined;
    const methods = this.table.methodsOf(request.url);
    if (methods.length === 0 || methods.includes(request.method)) return undefined;
    const allowed = methods.join(', ');
    void reply.header('Allow', allowed);
    return new DomainError('method_not_allowed', `This address does not take ${request.method}, but ${allowed}.`);
  }
}

function asDomainError(error: unknown, request: FastifyRequest): DomainError {
  if (error instanceof DomainError) return error;
  const fault = databaseFault(error);
  if (fault === 'away' || fault === 'retry') {
    return new DomainError('service_unavailable', 'The database cannot be reached right now. Try again shortly.');
  }
  if (error instanceof CommitOutcomeUnknown) {
    const detail = 'The database did not confirm the change. Send the same request with the same key again.';
    return new DomainError('service_unavailable', detail);
  }
  if (fault === 'duplicate') {
    return new DomainError('already_exists', 'Somebody else has just made the same thing. Load it and look again.');
  }
  return (
    frameworkRefusal(error, request) ??
    new DomainError('internal_error', 'Something went wrong on our side; it has been logged.')
  );
}
