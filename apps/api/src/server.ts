import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import { StaffAccounts } from './accounts/index.js';
import { AppModule } from './app.module.js';
import { configureApp } from './configure-app.js';
import { Demo, DemoPhotos } from './demo/index.js';
import type { DemoAccess } from './demo/index.js';
import type { Settings } from './platform/config/index.js';
import { Readiness } from './platform/health/index.js';
import { APP_OPTIONS, httpAdapter } from './platform/http/index.js';
import { stopOnSignals } from './platform/lifecycle/index.js';
import { serveOutboxPage, OUTBOX_PATH } from './platform/mail/index.js';
import { createLogger, NestLogger, sendTraces, serveMetrics } from './platform/observability/index.js';
import type { Metrics, Traces } from './platform/observability/index.js';
import { serveDocsPage } from './platform/openapi/docs-page.js';
import { serveSite } from './site/index.js';

/** Without an admin nobody could ever log in; docs/commands.md says more. */
const NOBODY_THERE =
  'Nobody can log in yet. Open your restaurant with its first admin: npm run comanda -- location create --here ' +
  '--name "Corner Kitchen" --timezone Europe/Berlin --currency EUR --languages en --admin-email you@example.com';

export interface Running {
  readonly demo: DemoAccess | null;
  readonly logger: Logger;
  /** Path of the page that shows letters, where there is one. */
  readonly outbox: string | null;
}

/** Starts the product on its port; it ends by itself on SIGTERM and SIGINT. */
export async function startServer(settings: Settings): Promise<Running> {
  const logger = await createLogger(settings.logs);
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.register(settings), httpAdapter(settings), {
    ...APP_OPTIONS,
    abortOnError: false,
    logger: new NestLogger(logger),
  });
  const { traces, metrics } = await watch(app, settings);
  const { mostRequests, rateLimits } = settings;
  const watching = { witnesses: metrics ? [metrics.witness] : [], traces: traces !== undefined };
  await configureApp(app, { logger, http: settings, mostRequests, rateLimits, watch: watching });
  await serveDocsPage(app.getHttpAdapter().getInstance());
  const showsOutbox = settings.demo && settings.mail.smtp === undefined;
  if (showsOutbox) serveOutboxPage(app);
  await serveSite(app);
  const demo = settings.demo ? await app.get(Demo).seed() : null;
  if (!(await app.get(StaffAccounts).hasAdmin())) logger.warn(NOBODY_THERE);
  for (const warning of await app.get(Readiness).warnings()) logger.warn(warning);
  await app.listen(settings.port, settings.host);
  if (settings.demo && settings.demoPhotos) showDemoPhotos(app, logger);
  const tell = (sentence: string): void => logger.error(sentence);
  const afterwards = [traces, metrics].flatMap((each) => each?.close ?? []);
  stopOnSignals(app, { drainSeconds: settings.drainSeconds, afterwards, tell });
  return { demo, logger, outbox: showsOutbox ? OUTBOX_PATH : null };
}

/** Nobody waits for them: cutting takes longer than the start itself. */
function showDemoPhotos(app: NestFastifyApplication, logger: Logger): void {
  app
    .get(DemoPhotos)
    .show()
    .catch((error: unknown) => logger.warn({ err: error }, 'The demo has no photos yet; the next start tries again.'));
}

/** Metrics and traces, when they are asked for. */
async function watch(app: NestFastifyApplication, settings: Settings): Promise<{ traces?: Traces; metrics?: Metrics }> {
  const fastify = app.getHttpAdapter().getInstance();
  const { metricsPort, host, traces } = settings;
  return {
    ...(traces && { traces: await sendTraces(fastify, traces) }),
    ...(metricsPort !== undefined && { metrics: await serveMetrics(fastify, { port: metricsPort, host }) }),
  };
}
