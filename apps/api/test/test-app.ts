import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { AppModule } from '../src/app.module.js';
import { configureApp } from '../src/configure-app.js';
import { APP_OPTIONS, httpAdapter } from '../src/platform/http/index.js';
import { createTestDatabase } from './test-database.js';
import type { TestDatabase } from './test-database.js';

export interface TestApp {
  readonly app: NestFastifyApplication;
  readonly close: () => Promise<void>;
}

/** The whole application on an empty database of the kind that this run is about, or on one that is shared. */
export async function startTestApp(shared?: TestDatabase): Promise<TestApp> {
  const { settings, drop } = shared ?? (await createTestDatabase());
  const module = await Test.createTestingModule({ imports: [AppModule.register({ database: settings })] }).compile();
  const app = module.createNestApplication<NestFastifyApplication>(httpAdapter(), {
    ...APP_OPTIONS,
    logger: ['fatal'],
  });
  await configureApp(app);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const close = async (): Promise<void> => {
    await app.close();
    if (!shared) await drop();
  };
  return { app, close };
}
