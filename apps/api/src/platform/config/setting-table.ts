import { address, networks, oneOf, onOff, sender, text, wholeNumber } from './setting-kinds.js';
import type { Kind } from './setting-kinds.js';

export interface Setting<T> {
  readonly read: Kind<T>;
  /** The text that counts when the variable is not set; without one the feature is off. */
  readonly standard?: string;
  /** What the operators' guide says; docs/operations.md is tested against it. */
  readonly meaning: string;
  /** Never repeat its value, not even when it is wrong. */
  readonly secret?: true;
}

const setting = <T>(read: Kind<T>, meaning: string, more: Omit<Setting<T>, 'read' | 'meaning'> = {}): Setting<T> => ({
  read,
  meaning,
  ...more,
});

const hasName = ({ hostname, pathname }: URL): boolean => hostname !== '' && pathname.length > 1;

/** Every environment variable that the API reads. */
export const SETTINGS = {
  PORT: setting(wholeNumber(1, 65_535), 'Where it listens.', { standard: '3000' }),
  HOST: setting(text, 'The network interface it listens on.', { standard: '0.0.0.0' }),
  DATABASE_URL: setting(
    address('mysql://user:password@host:3306/comanda; leave it out for SQLite', (url) => {
      return url.protocol === 'mysql:' && hasName(url);
    }),
    'A MySQL 8 or MariaDB 10.11 database instead of the embedded file.',
    { secret: true },
  ),
  DATA_DIR: setting(text, 'Folder of the embedded database.', { standard: 'data' }),
  REDIS_URL: setting(
    address('redis://host:6379 or rediss://user:password@host:6379', ({ protocol, hostname }) => {
      return ['redis:', 'rediss:'].includes(protocol) && hostname !== '';
    }),
    'Carries news between processes at once; without it they notice what others wrote within a second.',
    { secret: true },
  ),
  SITE_URL: setting(
    address('https://order.corner.example, without a path', (url) => {
      return ['http:', 'https:'].includes(url.protocol) && url.pathname === '/' && url.search + url.hash === '';
    }),
    'Where guests reach the site: links in mails lead there, and passkeys belong to it.',
  ),
  SMTP_URL: setting(
    address('smtp://user:password@host:587 or smtps://user:password@host:465', ({ protocol, hostname }) => {
      return ['smtp:', 'smtps:'].includes(protocol) && hostname !== '';
    }),
    'The mail server for log-in links. Without it letters stay in the outbox, which only the demo shows.',
    { secret: true },
  ),
  MAIL_FROM: setting(sender, 'Who these mails are from; needed with SMTP_URL, as is SITE_URL.'),
  TRUST_PROXY: setting(
    networks,
    'Proxies whose X-Forwarded-For and -Proto count: addresses and networks with commas, or "private".',
  ),
  DRAIN_SECONDS: setting(
    wholeNumber(0, 300),
    'After SIGTERM it is unready for so long before it takes no more requests, so that a proxy notices.',
    { standard: '2' },
  ),
  MOST_REQUESTS: setting(
    wholeNumber(1, 100_000),
    'Requests in work at once; those beyond are refused at once with 503 and Retry-After.',
    { standard: '256' },
  ),
  RATE_LIMITS: setting(onOff, 'Whether callers who ask too often are answered 429.', { standard: 'on' }),
  DEMO: setting(onOff, 'Whether the first start on an empty database makes the demo restaurant.', { standard: 'on' }),
  DEMO_PHOTOS: setting(
    onOff,
    'Whether pictures are shown on the menu of the demo restaurant, soon after its first start.',
    {
      standard: 'on',
    },
  ),
  LOG_LEVEL: setting(
    oneOf('fatal', 'error', 'warn', 'info', 'debug', 'silent'),
    'The least important kind of line that is logged: fatal, error, warn, info, debug, or silent.',
    { standard: 'info' },
  ),
  LOG_FORMAT: setting(
    oneOf('auto', 'pretty', 'json'),
    'Lines for people (pretty) or for programs (json); "auto" is pretty in a terminal, and then tells warnings only.',
    { standard: 'auto' },
  ),
  METRICS_PORT: setting(
    wholeNumber(1, 65_535),
    'A port of its own for Prometheus at /metrics. Do not publish it to guests.',
  ),
  OTEL_EXPORTER_OTLP_ENDPOINT: setting(
    address('http://collector:4318', ({ protocol }) => ['http:', 'https:'].includes(protocol)),
    'Sends OpenTelemetry traces there (OTLP over HTTP).',
  ),
  OTEL_SERVICE_NAME: setting(text, 'The name in these traces.', { standard: 'comanda' }),
} as const satisfies Readonly<Record<string, Setting<unknown>>>;

export type SettingName = keyof typeof SETTINGS;
