// Reads one task from the standard input and does it on the database of this machine, with the server's own settings.
import 'reflect-metadata';
import { existsSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { OperatorDesk } from './installation/index.js';
import { readSettings, startupSentence } from './platform/config/index.js';
import type { Settings } from './platform/config/index.js';
import { DomainError } from './platform/http/index.js';

interface Task {
  readonly do: 'open-location' | 'create-staff';
  readonly body: unknown;
  readonly location?: string;
}

/** An answer as the API gives it, so that both can be read alike. */
interface Answer {
  readonly status: number;
  readonly body: unknown;
}

async function perform(task: Task, settings: Settings): Promise<Answer> {
  const app = await NestFactory.createApplicationContext(AppModule.register(settings), {
    logger: false,
    abortOnError: false,
  });
  try {
    const desk = app.get(OperatorDesk);
    const made =
      task.do === 'open-location' ? desk.openLocation(task.body) : desk.createStaff(task.body, task.location);
    return { status: 201, body: await made };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { status, code, detail, items } = error;
    return { status, body: { code, detail, errors: items } };
  } finally {
    await app.close();
  }
}

let settings: Settings | undefined;
try {
  settings = readSettings(process.env);
  const { url, file } = settings.database;
  if (url === undefined && !existsSync(file)) {
    console.error(`There is no database at ${file}. Start Comanda once, or set DATA_DIR or DATABASE_URL as for it.`);
    process.exit(2);
  }
  const task = JSON.parse(await text(process.stdin)) as Task;
  console.log(JSON.stringify(await perform(task, settings)));
} catch (error) {
  console.error(startupSentence(error, settings) ?? String(error));
  process.exit(1);
}
