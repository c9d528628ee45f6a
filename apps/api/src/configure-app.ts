import fastifyCookie from '@fastify/cookie';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { installHttpEdge } from './platform/http/index.js';
import { serveApiDescription } from './platform/openapi/index.js';

/** The same configuration for production and tests. */
export async function configureApp(app: NestFastifyApplication): Promise<void> {
  installHttpEdge(app);
  await app.register(fastifyCookie);
  app.setGlobalPrefix('api/v1', { exclude: ['healthz', 'readyz'] });
  app.enableShutdownHooks();
  serveApiDescription(app);
}
