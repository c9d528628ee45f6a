import type { LoggerService } from '@nestjs/common';
import type { Logger } from 'pino';

/** Parts of Nest that tell with a stack why a start failed, which is thrown as well. */
const AT_THE_START = new Set<unknown>(['ExceptionHandler', 'NestApplication', 'TypeOrmModule']);

/** Nest calls with the context last, and for errors perhaps a stack before it; ours are the lines of pino. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  /** What Nest tells of its own start is of use to nobody but developers. */
  log(message: unknown, ...more: unknown[]): void {
    this.#write('debug', message, more);
  }

  error(message: unknown, ...more: unknown[]): void {
    if (AT_THE_START.has(more.at(-1))) return;
    this.#write('error', message, more);
  }

  warn(message: unknown, ...more: unknown[]): void {
    this.#write('warn', message, more);
  }

  debug(message: unknown, ...more: unknown[]): void {
    this.#write('debug', message, more);
  }

  verbose(message: unknown, ...more: unknown[]): void {
    this.#write('trace', message, more);
  }

  fatal(message: unknown, ...more: unknown[]): void {
    this.#write('fatal', message, more);
  }

  #write(level: 'fatal' | 'error' | 'warn' | 'debug' | 'trace', message: unknown, more: readonly unknown[]): void {
    const context = more.at(-1);
    const stack = more.length > 1 && typeof more[0] === 'string' ? more[0] : undefined;
    const about = { ...(typeof context === 'string' ? { context } : {}), ...(stack ? { stack } : {}) };
    if (message instanceof Error) this.logger[level]({ ...about, err: plainError(message) }, message.message);
    else this.logger[level](about, typeof message === 'string' ? message : JSON.stringify(message));
  }
}

/** Type, message and stack only: a driver's error also carries its statement with the values in it. */
function plainError(error: Error): { type: string; message: string; stack: string | undefined } {
  return { type: error.constructor.name, message: error.message, stack: error.stack };
}
