import { HttpException } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '../domain-error.js';
import { notTaken } from './uploads.js';

/** What Fastify or Nest refuse by themselves, in the codes of the API; undefined when it is none of their refusals. */
export function frameworkRefusal(error: unknown, request: FastifyRequest): DomainError | undefined {
  if (causeOf(error) === 'FST_ERR_CTP_INVALID_CONTENT_LENGTH') {
    return new DomainError('unreadable_body', 'Content-Length is not the length of the body.');
  }
  switch (statusOf(error)) {
    case 400:
      return new DomainError('unreadable_body', 'The body cannot be read.');
    case 404:
      return new DomainError('not_found', 'There is nothing at this address.');
    case 408:
      return new DomainError('request_timeout', 'The request did not come in time. Send it again.');
    case 413:
      return new DomainError('body_too_large', `The body is too large; ${mostBytes(request)} is the most here.`);
    case 414:
      return new DomainError('uri_too_long', 'The address is too long.');
    case 415:
      return notTaken(request.routeOptions.config);
    default:
      return undefined;
  }
}

function mostBytes({ routeOptions }: FastifyRequest): string {
  return `${String((routeOptions.bodyLimit ?? 0) / 1_048_576)} MiB`;
}

function causeOf(error: unknown): unknown {
  const cause = error instanceof HttpException ? error.cause : error;
  return typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
}

function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  if (typeof error !== 'object' || error === null || !('statusCode' in error)) return undefined;
  return typeof error.statusCode === 'number' ? error.statusCode : undefined;
}
