import { Logger } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { DomainError } from '../http/index.js';
import type { Letter } from './mail.js';
import { Mail } from './mail.js';

const PATIENCE_MS = 10_000;

export interface SmtpSettings {
  /** `smtp://user:password@host:587` or `smtps://...:465`. */
  readonly url: string;
  /** The sender: an address, or `Name <address>`. */
  readonly from: string;
}

/** Hands letters to a mail server over connections that stay open. */
export class SmtpMail extends Mail implements OnApplicationShutdown {
  readonly works = true;
  readonly #logger = new Logger('mail');
  readonly #transport: ReturnType<typeof transportFor>;

  constructor({ url, from }: SmtpSettings) {
    super();
    this.#transport = transportFor(url, from);
  }

  async send(letter: Letter): Promise<void> {
    try {
      await this.#transport.sendMail({ ...letter, disableFileAccess: true, disableUrlAccess: true });
    } catch (error) {
      this.#logger.error(`The mail server did not take a letter. ${reasonOf(error)}`);
      throw new DomainError('service_unavailable', 'The mail could not be sent right now. Try again shortly.');
    }
  }

  onApplicationShutdown(): void {
    this.#transport.close();
  }
}

function transportFor(url: string, from: string) {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === 'smtps:';
  return createTransport(
    {
      pool: true,
      host: hostname,
      port: port === '' ? (secure ? 465 : 587) : Number(port),
      secure,
      ...(username === '' ? {} : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
      connectionTimeout: PATIENCE_MS,
      greetingTimeout: PATIENCE_MS,
      socketTimeout: PATIENCE_MS,
    },
    { from },
  );
}

/** The mail server's words may repeat whom the letter was for; the code says enough. */
function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  return `Reason: ${code}.`;
}
