import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { randomUUID } from 'node:crypto';
import { DomainError } from '../domain-error.js';
import { PROBLEM_TYPE, toProblem } from './problem.js';

const ON_THE_WIRE: Readonly<Record<string, DomainError>> = {
  HPE_HEADER_OVERFLOW: new DomainError('header_too_large', 'The headers are too large. Send fewer or shorter ones.'),
  HPE_CHUNK_EXTENSIONS_OVERFLOW: new DomainError('body_too_large', 'The chunk extensions are too large. Send none.'),
  ERR_HTTP_REQUEST_TIMEOUT: new DomainError('request_timeout', 'The request did not come in time. Send it again.'),
};
const NO_HTTP = new DomainError('unreadable_request', 'This is not a request of HTTP/1.1.');

/** Answers bytes that are no HTTP request with a problem and hangs up: no request exists for Fastify to answer. */
export function answerMalformedHttp(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const problem = toProblem(ON_THE_WIRE[error.code ?? ''] ?? NO_HTTP, '/', randomUUID());
  const body = JSON.stringify(problem);
  const head = [
    `HTTP/1.1 ${String(problem.status)} ${STATUS_CODES[problem.status] ?? ''}`,
    `Content-Type: ${PROBLEM_TYPE}`,
    `Content-Length: ${String(Buffer.byteLength(body))}`,
    `X-Request-Id: ${problem.requestId}`,
    'Cache-Control: no-store',
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
