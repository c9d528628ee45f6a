import { pino } from 'pino';
import type { DestinationStream, Logger, LoggerOptions } from 'pino';
import { requestContext } from './request-context.js';

export interface LogSettings {
  readonly level: string;
  readonly format: 'auto' | 'pretty' | 'json';
}

const SECRETS = ['password', 'token', 'trackingToken', 'csrfToken', 'cookie', 'authorization', 'secret'];

/** Secrets are never logged on purpose; this catches the object that somebody logs whole. */
const REDACTED = [
  ...SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
  '*.headers["set-cookie"]',
  '*.headers["x-csrf-token"]',
  'headers["set-cookie"]',
  'headers["x-csrf-token"]',
];

const OPTIONS: LoggerOptions = {
  base: { pid: process.pid },
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
  redact: { paths: REDACTED, censor: '[secret]' },
  mixin: () => ({ ...requestContext.getStore() }),
};

/** Lines of a busy moment are written together; none waits longer than a reader would notice. */
const TOGETHER = { minLength: 16_000, periodicFlush: 100 };

/** One JSON object a line for programs; in a terminal short coloured lines, and only what needs a look. */
export async function createLogger(settings: LogSettings, destination?: DestinationStream): Promise<Logger> {
  const inTerminal = settings.format === 'auto' && process.stdout.isTTY && destination === undefined;
  const level = inTerminal && settings.level === 'info' ? 'warn' : settings.level;
  if (settings.format === 'pretty' || inTerminal) return pino({ ...OPTIONS, level }, await prettyStream());
  return pino({ ...OPTIONS, level }, destination ?? pino.destination({ dest: 1, sync: false, ...TOGETHER }));
}

/** Loaded only where somebody reads along. */
async function prettyStream(): Promise<DestinationStream> {
  const { default: pretty } = await import('pino-pretty');
  return pretty({ colorize: process.stdout.isTTY, translateTime: 'SYS:HH:MM:ss', ignore: 'pid', sync: true });
}
