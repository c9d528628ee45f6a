import { Catch, HttpException, Logger } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import { PROBLEM_STATUS } from '@comanda/shared';
import type { Problem, ProblemCode } from '@comanda/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { databaseFault } from '../database/index.js';
import { DomainError } from './domain-error.js';

const DETAILS: Partial<Readonly<Record<number, { code: ProblemCode; detail: string }>>> = {
  400: { code: 'unreadable_body', detail: 'The body is not readable JSON.' },
  404: { code: 'not_found', detail: 'There is nothing at this address.' },
  405: { code: 'method_not_allowed', detail: 'This address does not take that method.' },
  413: { code: 'body_too_large', detail: 'The body is too large; 1 MiB is the most.' },
  414: { code: 'uri_too_long', detail: 'The address is too long.' },
  415: { code: 'unsupported_media_type', detail: 'Send the body as application/json.' },
};

/** Turns whatever was thrown into the one error shape of the API (RFC 9457), and keeps its inside to itself. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  readonly #logger = new Logger('http');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const known = asDomainError(error);
    if (known.status >= 500) this.#logger.error(error instanceof Error ? (error.stack ?? error.message) : error);
    if (known.status === 503) void reply.header('Retry-After', '5');
    void reply.status(known.status).type('application/problem+json').send(toProblem(known, request));
  }
}

function asDomainError(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  const fault = databaseFault(error);
  if (fault === 'away' || fault === 'retry') {
    return new DomainError('service_unavailable', 'The database cannot be reached right now. Try again shortly.');
  }
  if (fault === 'duplicate') {
    return new DomainError('already_exists', 'Somebody else has just made the same thing. Load it and look again.');
  }
  const known = DETAILS[statusOf(error) ?? 500];
  return known
    ? new DomainError(known.code, known.detail)
    : new DomainError('internal_error', 'Something went wrong on our side; it has been logged.');
}

function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  if (typeof error !== 'object' || error === null || !('statusCode' in error)) return undefined;
  return typeof error.statusCode === 'number' ? error.statusCode : undefined;
}

function toProblem(error: DomainError, request: FastifyRequest): Problem {
  return {
    type: `urn:comanda:problem:${error.code}`,
    title: error.code.replaceAll('_', ' '),
    status: PROBLEM_STATUS[error.code],
    detail: error.detail,
    instance: request.url.split('?')[0] ?? request.url,
    code: error.code,
    requestId: request.id,
    ...(error.items.length > 0 ? { errors: error.items } : {}),
  };
}
