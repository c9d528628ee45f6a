import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ProblemFilter } from './platform/http/index.js';

/** The same configuration for production and tests. */
export function configureApp(app: NestFastifyApplication): void {
  app.useGlobalFilters(new ProblemFilter());
  app.enableShutdownHooks();
}
