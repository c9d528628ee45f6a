import fastifyCookie from '@fastify/cookie';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import { Readiness } from './platform/health/index.js';
import {
  installCompression,
  installHttpEdge,
  installSecurityHeaders,
  KnownAnswers,
  limitRequests,
} from './platform/http/index.js';
import { askToReconnectWhileDraining, limitRequestsInWork } from './platform/lifecycle/index.js';
import { installRequestLog } from './platform/observability/index.js';
import { serveApiDescription } from './platform/openapi/index.js';
import { inlineScriptsOfSite } from './site/index.js';

export interface AppSurroundings {
  readonly logger: Logger;
  readonly mostRequests: number;
  readonly rateLimits: boolean;
}

/** The same configuration for production and tests. */
export async function configureApp(app: NestFastifyApplication, surroundings: AppSurroundings): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  installRequestLog(fastify, surroundings.logger);
  const readiness = app.get(Readiness);
  if (surroundings.rateLimits) limitRequests(app);
  limitRequestsInWork(fastify, surroundings.mostRequests);
  KnownAnswers.install(fastify, () => !readiness.draining);
  installHttpEdge(app);
  askToReconnectWhileDraining(fastify, readiness);
  installSecurityHeaders(app, inlineScriptsOfSite());
  await installCompression(app);
  await app.register(fastifyCookie);
  app.setGlobalPrefix('api/v1', { exclude: ['healthz', 'readyz'] });
  serveApiDescription(app);
}
