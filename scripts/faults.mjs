// npm run test:faults: processes are killed and cables cut under load; what was answered must hold afterwards.
//   npm run test:faults                                  some minutes: 12 kills of the API, 4 of MariaDB
//   npm run test:faults -- --full                        50 and 15
//   npm run test:faults -- --kills 5 --database-kills 1
//   npm run test:faults -- --sqlite                      the embedded database
//   npm run test:faults -- --broken no-key               the product without one of its safeguards: must be convicted
//                                   (also answers-early, hasty-cooks, reads-then-writes, stock-later)
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { contradictions } from '../apps/api/test/faults/checker.ts';
import { readFacts } from '../apps/api/test/faults/facts.ts';
import { embedded, onServer } from './faults/databases.mjs';
import { History } from './faults/history.mjs';
import { Load } from './faults/load.mjs';
import { makeMischief } from './faults/mischief.mjs';
import { countDish, open } from './faults/restaurant.mjs';
import { ApiProcess } from './installation/processes.mjs';
import { check, finish, ms } from './installation/report.mjs';
import { build } from './support/build-parts.mjs';
import { killAll, requireNode24, root } from './support/tools.mjs';

const GUESTS = 8;
/** A hanging read, the wait for a free session and the wait for a row, one after the other, on a busy machine. */
const LONGEST_ANSWER_MS = 15_000;

requireNode24();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(130));
process.once('exit', () => killAll());

const { values: options } = parseArgs({
  options: {
    kills: { type: 'string' },
    'database-kills': { type: 'string' },
    full: { type: 'boolean', default: false },
    sqlite: { type: 'boolean', default: false },
    broken: { type: 'string' },
  },
});
const kills = Number(options.kills ?? (options.full ? 50 : 12));
const databaseKills = options.sqlite ? 0 : Number(options['database-kills'] ?? (options.full ? 15 : 4));
const breaking = options.broken && join(root, 'scripts/faults/broken', `${options.broken}.mjs`);
if (breaking && !existsSync(breaking)) throw new Error(`There is no ${breaking}.`);

if (!(await build(['shared', 'contracts', 'api']))) process.exit(1);
const database = await (options.sqlite ? embedded() : onServer());
const env = {
  ...database.env,
  RATE_LIMITS: 'off',
  LOG_LEVEL: 'error',
  ...(breaking ? { NODE_OPTIONS: `--import ${breaking}` } : {}),
};
const apis = [];
for (const number of options.sqlite ? [1] : [1, 2]) {
  apis.push(await (await ApiProcess.create(`api-${number}`, root, env)).start());
}
const people = await open(apis[0]);
const scene = await countDish(people);
const history = new History();
const begun = performance.now();
const load = new Load({ ...people, history, apis, guests: GUESTS });
await makeMischief({ apis, database, wire: database.wire, kills, databaseKills });
await load.stop();
await load.settle();
const facts = await readFacts(database.rows, scene);
const found = contradictions(history.calls, facts);
const seconds = ((performance.now() - begun) / 1000).toFixed(0);
const statuses = [...history.answers].map(([status, count]) => `${status}: ${count}`).sort();
console.log(`${kills} kills of the API, ${databaseKills} of the database in ${seconds} s`);
if (database.wire) console.log('wire:', JSON.stringify(database.wire.done));
console.log(`${history.calls.length} requests (${statuses.join(', ')}), ${facts.orders.length} orders`);
console.log(`${history.tally().join(', ')}`);

for (const sentence of found.slice(0, 10)) console.log(`  ${sentence}`);
if (breaking) {
  check(`the checker convicts a product with "${options.broken}"`, found.length > 0, `${found.length} contradictions`);
} else {
  for (const sentence of history.wrong.slice(0, 10)) console.log(`  ${sentence}`);
  check('what was answered holds', found.length === 0, `${found.length} contradictions`);
  check('every refusal is a good one', history.wrong.length === 0, `${history.wrong.length} are not`);
  check('nobody waits for ever', history.longestMs < LONGEST_ANSWER_MS, `at most ${ms(history.longestMs)}`);
  const deaths = apis.flatMap((api) => api.deaths);
  for (const lastWords of deaths) console.log(lastWords);
  check('no process ends by itself', deaths.length === 0);
  check('there was something to lose', facts.orders.length > kills && history.answers.get('none') > 0);
}
process.exit(finish());
