import type { Problem } from '@comanda/shared';
import type { DomainError } from '../domain-error.js';

export const PROBLEM_TYPE = 'application/problem+json';

/** The one error shape of the API (RFC 9457). */
export function toProblem(error: DomainError, url: string, requestId: string): Problem {
  return {
    type: `urn:comanda:problem:${error.code}`,
    title: error.code.replaceAll('_', ' '),
    status: error.status,
    detail: error.detail,
    instance: url.split('?')[0] ?? url,
    code: error.code,
    requestId,
    ...(error.items.length > 0 ? { errors: error.items } : {}),
  };
}
