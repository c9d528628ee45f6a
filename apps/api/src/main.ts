import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import { configureApp } from './configure-app.js';
import { Demo } from './demo/index.js';
import type { DemoAccess } from './demo/index.js';
import { readSettings, startupSentence } from './platform/config/index.js';
import type { Settings } from './platform/config/index.js';
import { APP_OPTIONS, httpAdapter } from './platform/http/index.js';
import { serveDocsPage } from './platform/openapi/docs-page.js';
import { serveSite } from './site.js';

/** What somebody who starts Comanda needs to know first. */
function welcome(address: string, demo: DemoAccess | null): string {
  const places = [
    ['guests', '/'],
    ['kitchen', '/kitchen'],
    ['admin', '/admin'],
    ['api', '/api/docs'],
    ['health', '/readyz'],
  ].map(([name = '', path = '']) => `  ${name.padEnd(8)} ${address}${path}`);
  const logins = (demo?.staff ?? []).map(({ email, password }) => `  ${email.padEnd(38)} ${password}`);
  const table = demo
    ? [`  table    ${address}${demo.tablePaths[0] ?? ''}`, 'Demo logins (first start only):', ...logins]
    : [];
  return ['Comanda is up.', ...places, ...table].join('\n');
}

async function start(settings: Settings): Promise<void> {
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.register(settings), httpAdapter(), {
    ...APP_OPTIONS,
    abortOnError: false,
    logger: ['error', 'warn'],
  });
  await configureApp(app);
  await serveDocsPage(app.getHttpAdapter().getInstance());
  await serveSite(app);
  const demo = await app.get(Demo).seed();
  await app.listen(settings.port, settings.host);
  console.log(welcome(`http://localhost:${String(settings.port)}`, demo));
}

let settings: Settings | undefined;
try {
  settings = readSettings(process.env);
  await start(settings);
} catch (error) {
  console.error(startupSentence(error, settings) ?? error);
  process.exit(1);
}
