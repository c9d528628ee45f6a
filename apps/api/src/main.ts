import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import { configureApp } from './configure-app.js';
import { readSettings, startupSentence } from './platform/config/index.js';
import type { Settings } from './platform/config/index.js';
import { serveSite } from './site.js';

async function start(settings: Settings): Promise<void> {
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.register(settings),
    new FastifyAdapter({ forceCloseConnections: true, return503OnClosing: true }),
    { abortOnError: false, logger: ['error', 'warn'] },
  );
  configureApp(app);
  await serveSite(app);
  await app.listen(settings.port, settings.host);
  const address = `http://localhost:${String(settings.port)}`;
  console.log(`Comanda is up.\n  site    ${address}/\n  health  ${address}/readyz`);
}

let settings: Settings | undefined;
try {
  settings = readSettings(process.env);
  await start(settings);
} catch (error) {
  console.error(startupSentence(error, settings) ?? error);
  process.exit(1);
}
