import 'reflect-metadata';
import { readSettings, startupSentence } from './platform/config/index.js';
import type { Settings } from './platform/config/index.js';
import { startServer } from './server.js';
import type { Running } from './server.js';

/** What somebody who starts Comanda needs to know first. */
function welcome(address: string, { demo, outbox }: Pick<Running, 'demo' | 'outbox'>): string {
  const places = [
    ['guests', '/'],
    ['kitchen', '/kitchen'],
    ['admin', '/admin'],
    ['api', '/api/docs'],
    ['health', '/readyz'],
    ...(outbox === null ? [] : [['outbox', outbox]]),
  ].map(([name = '', path = '']) => `  ${name.padEnd(8)} ${address}${path}`);
  const logins = (demo?.staff ?? []).map(({ email, password }) => `  ${email.padEnd(38)} ${password}`);
  const table = demo
    ? [`  table    ${address}${demo.tablePaths[0] ?? ''}`, 'Demo logins (first start only):', ...logins]
    : [];
  return ['Comanda is up.', ...places, ...table].join('\n');
}

let settings: Settings | undefined;
try {
  settings = readSettings(process.env);
  const running = await startServer(settings);
  const { port, logs } = settings;
  // Programs that read along get a line like any other, people get what to do next, below what was logged before.
  if (logs.format === 'json') running.logger.info({ port }, 'Comanda is up.');
  else running.logger.flush(() => console.log(welcome(`http://localhost:${String(port)}`, running)));
} catch (error) {
  console.error(startupSentence(error, settings) ?? error);
  process.exit(1);
}
