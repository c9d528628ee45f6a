import fastifyCookie from '@fastify/cookie';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import { Readiness } from './platform/health/index.js';
import {
  addressReader,
  installCompression,
  installHttpEdge,
  installSecurityHeaders,
  KnownAnswers,
  limitRequests,
} from './platform/http/index.js';
import type { HttpSettings } from './platform/http/index.js';
import { askToReconnectWhileDraining, limitRequestsInWork } from './platform/lifecycle/index.js';
import { installRequestLog } from './platform/observability/index.js';
import type { Witness } from './platform/observability/index.js';
import { serveApiDescription } from './platform/openapi/index.js';
import { inlineScriptsOfSite } from './site/index.js';

export interface AppSurroundings {
  readonly logger: Logger;
  readonly http: HttpSettings;
  readonly mostRequests: number;
  readonly rateLimits: boolean;
  /** What watches requests from outside. */
  readonly watch?: Watch;
}

export interface Watch {
  readonly witnesses: readonly Witness[];
  /** Whether the way of each request is followed, so that none may be spared it. */
  readonly traces: boolean;
}

/** The same configuration for production and tests. */
export async function configureApp(app: NestFastifyApplication, surroundings: AppSurroundings): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  const { logger, http, rateLimits, watch = { witnesses: [], traces: false } } = surroundings;
  const log = installRequestLog(fastify, logger);
  const readiness = app.get(Readiness);
  const count = rateLimits ? limitRequests(app) : undefined;
  limitRequestsInWork(fastify, surroundings.mostRequests);
  KnownAnswers.install(fastify, {
    open: () => !readiness.draining && !watch.traces,
    ipOf: addressReader(http),
    ...(count && { count }),
    witnesses: [log, ...watch.witnesses],
  });
  installHttpEdge(app);
  askToReconnectWhileDraining(fastify, readiness);
  installSecurityHeaders(app, inlineScriptsOfSite());
  await installCompression(app);
  await app.register(fastifyCookie);
  app.setGlobalPrefix('api/v1', { exclude: ['healthz', 'readyz'] });
  serveApiDescription(app);
}
