import { resolve } from 'node:path';
import type { DatabaseSettings } from '../database/index.js';
import type { MailSettings } from '../mail/index.js';
import type { LogSettings, TraceSettings } from '../observability/index.js';
import { Unusable } from './setting-kinds.js';
import { SETTINGS } from './setting-table.js';
import type { Setting, SettingName } from './setting-table.js';

type Values = { readonly [Name in SettingName]: ReturnType<(typeof SETTINGS)[Name]['read']> | undefined };

export interface Settings {
  readonly port: number;
  readonly host: string;
  readonly database: DatabaseSettings;
  readonly redisUrl: string | undefined;
  readonly mail: MailSettings;
  /** Addresses and networks as Fastify's `trustProxy` takes them. */
  readonly trustedProxies: readonly string[];
  readonly drainSeconds: number;
  readonly mostRequests: number;
  readonly rateLimits: boolean;
  readonly demo: boolean;
  readonly demoPhotos: boolean;
  readonly logs: LogSettings;
  readonly metricsPort: number | undefined;
  readonly traces: TraceSettings | undefined;
}

/** A setting that cannot be used; the message names every one and how to mend it. */
export class SettingsRefused extends Error {}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the variables of {@link SETTINGS}. Throws {@link SettingsRefused}. */
export function readSettings(environment: Environment): Settings {
  const values = readAll(environment);
  const file = resolve(values.DATA_DIR ?? '', 'comanda.sqlite');
  return {
    port: standing(values.PORT),
    host: standing(values.HOST),
    database: values.DATABASE_URL ? { url: values.DATABASE_URL, file } : { file },
    redisUrl: values.REDIS_URL,
    mail: mailOf(values),
    trustedProxies: values.TRUST_PROXY ?? [],
    drainSeconds: standing(values.DRAIN_SECONDS),
    mostRequests: standing(values.MOST_REQUESTS),
    rateLimits: standing(values.RATE_LIMITS),
    demo: standing(values.DEMO),
    demoPhotos: standing(values.DEMO_PHOTOS),
    logs: { level: standing(values.LOG_LEVEL), format: standing(values.LOG_FORMAT) },
    metricsPort: values.METRICS_PORT,
    traces: values.OTEL_EXPORTER_OTLP_ENDPOINT
      ? { endpoint: values.OTEL_EXPORTER_OTLP_ENDPOINT, serviceName: standing(values.OTEL_SERVICE_NAME) }
      : undefined,
  };
}

function mailOf({ SMTP_URL: url, MAIL_FROM: from, SITE_URL: site }: Values): MailSettings {
  return {
    smtp: url !== undefined && from !== undefined ? { url, from } : undefined,
    siteUrl: site === undefined ? undefined : new URL(site).origin,
  };
}

function readAll(environment: Environment): Values {
  const problems: string[] = [];
  const values = Object.entries<Setting<unknown>>(SETTINGS).map(([name, setting]) => {
    const given = environment[name];
    try {
      return [name, readOne(given, setting)];
    } catch (error) {
      if (!(error instanceof Unusable)) throw error;
      problems.push(`${name} ${setting.secret ? '' : `is "${String(given)}"; it `}${error.message}.`);
      return [name, undefined];
    }
  });
  const port = environment['METRICS_PORT'];
  if (port && port === (environment['PORT'] ?? SETTINGS.PORT.standard)) {
    problems.push('METRICS_PORT must be another port than PORT.');
  }
  if (environment['SMTP_URL']) {
    const missing = (['MAIL_FROM', 'SITE_URL'] as const).filter((name) => !environment[name]);
    if (missing.length > 0) problems.push(`SMTP_URL needs ${missing.join(' and ')} beside it.`);
  }
  if (problems.length > 0) throw new SettingsRefused(problems.join(' '));
  return Object.fromEntries(values) as Values;
}

/** Compose and unit files hand over an empty text for what is not set. */
function readOne(given: string | undefined, { read, standard }: Setting<unknown>): unknown {
  const text = given === undefined || given === '' ? standard : given;
  return text === undefined ? undefined : read(text);
}

function standing<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('A setting with a standard has no value.');
  return value;
}
