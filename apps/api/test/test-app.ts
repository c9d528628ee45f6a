import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { pino } from 'pino';
import type { Logger } from 'pino';
import { AppModule } from '../src/app.module.js';
import { configureApp } from '../src/configure-app.js';
import type { Watch } from '../src/configure-app.js';
import { APP_OPTIONS, httpAdapter } from '../src/platform/http/index.js';
import { NestLogger } from '../src/platform/observability/index.js';
import { DescribedAnswers } from './described-answers.js';
import { createTestDatabase } from './test-database.js';
import type { TestDatabase } from './test-database.js';

export interface TestApp {
  readonly app: NestFastifyApplication;
  readonly close: () => Promise<void>;
}

export interface TestWish {
  /** Takes what the application logs; without it nothing is logged. */
  readonly logger?: Logger;
  readonly mostRequests?: number;
  readonly trustedProxies?: readonly string[];
  /** Watches requests from outside. */
  readonly watch?: (app: NestFastifyApplication) => Promise<Watch>;
  /** Adds to the application before it starts. */
  readonly before?: (app: NestFastifyApplication) => Promise<void>;
}

/** The whole application on an empty database of the kind that this run is about, or on one that is shared. */
export async function startTestApp(shared?: TestDatabase, wish: TestWish = {}): Promise<TestApp> {
  const { settings, drop } = shared ?? (await createTestDatabase());
  const http = { trustedProxies: wish.trustedProxies ?? [] };
  const module = await Test.createTestingModule({ imports: [AppModule.register({ database: settings })] }).compile();
  const app = module.createNestApplication<NestFastifyApplication>(httpAdapter(http), {
    ...APP_OPTIONS,
    logger: wish.logger ? new NestLogger(wish.logger) : ['fatal'],
  });
  const { logger = pino({ level: 'silent' }), mostRequests = 1000 } = wish;
  const check = checkAnswers(app);
  const watch = await wish.watch?.(app);
  await configureApp(app, { logger, http, mostRequests, rateLimits: true, ...(watch && { watch }) });
  await wish.before?.(app);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const close = async (): Promise<void> => {
    await app.close();
    if (!shared) await drop();
    check()?.complain();
  };
  return { app, close };
}

/** Every answer that any test gets must be described; looks before answers are packed. */
function checkAnswers(app: NestFastifyApplication): () => DescribedAnswers | undefined {
  let described: DescribedAnswers | undefined;
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onSend', async (request, reply, payload) => {
    described ??= new DescribedAnswers(app);
    described.note(request, reply, payload);
    return payload;
  });
  const inject = app.inject.bind(app);
  app.inject = (async (...given: Parameters<typeof inject>) => {
    const answer = await inject(...given);
    described?.complain();
    return answer;
  }) as typeof app.inject;
  return () => described;
}
