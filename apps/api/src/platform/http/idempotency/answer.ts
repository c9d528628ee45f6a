import type { ProblemCode, ProblemItem } from '@comanda/shared';
import type { FastifyReply } from 'fastify';
import { DomainError } from '../domain-error.js';

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export interface KeyedAnswer extends Answer {
  /** True when an earlier request with this key had the effect. */
  readonly replayed: boolean;
}

/** What is kept of a refusal; the rest of the problem belongs to the single answer. */
interface KeptRefusal {
  readonly code: ProblemCode;
  readonly detail: string;
  readonly items: readonly ProblemItem[];
}

/** A refusal for the moment's sake (sold out, too late): it is the answer to the request, however often it is sent. */
export function isKept(error: unknown): error is DomainError {
  return error instanceof DomainError && error.status === 409 && error.code !== 'idempotency_in_progress';
}

export function toKeptAnswer({ code, detail, items, status }: DomainError): Answer {
  return { status, body: { code, detail, items } satisfies KeptRefusal };
}

/** Puts the answer on its way: returns its body, or throws the refusal that it is. */
export function sendAnswer(reply: FastifyReply, answer: KeyedAnswer): unknown {
  if (answer.replayed) void reply.header('Idempotent-Replayed', 'true');
  if (answer.status >= 400) {
    const { code, detail, items } = answer.body as KeptRefusal;
    throw new DomainError(code, detail, items);
  }
  void reply.status(answer.status).headers(answer.headers ?? {});
  return answer.body;
}
