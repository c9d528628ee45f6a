import 'reflect-metadata';
import type { DemoAccess } from './demo/index.js';
import { readSettings, startupSentence } from './platform/config/index.js';
import type { Settings } from './platform/config/index.js';
import { startServer } from './server.js';

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

let settings: Settings | undefined;
try {
  settings = readSettings(process.env);
  const { demo, logger } = await startServer(settings);
  const { port, logs } = settings;
  // Programs that read along get a line like any other, people get what to do next, below what was logged before.
  if (logs.format === 'json') logger.info({ port }, 'Comanda is up.');
  else logger.flush(() => console.log(welcome(`http://localhost:${String(port)}`, demo)));
} catch (error) {
  console.error(startupSentence(error, settings) ?? error);
  process.exit(1);
}
