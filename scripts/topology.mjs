// npm run test:topology: the installation of docker/compose.replicas.yaml with plain processes, as restricted as in
// their containers, and what must hold in it. Not part of npm test: it takes minutes.
//   npm run test:topology -- --only news|watching|away|kill|overload|restarts
//   npm run test:topology -- --restarts 4
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import mysql from 'mysql2/promise';
import { makeProductionFolder } from './support/production-folder.mjs';
import { startMariadb } from './support/mariadb.mjs';
import { killAll, requireNode24 } from './support/tools.mjs';
import { ApiProcess, RedisProcess, startProxy } from './installation/processes.mjs';
import { Wire } from './installation/wire.mjs';
import { check, finish } from './installation/report.mjs';
import { newsTravel } from './topology/news.mjs';
import { databaseAway } from './topology/away.mjs';
import { nothingIsLost } from './topology/kill.mjs';
import { overload } from './topology/overload.mjs';
import { rollingRestarts } from './topology/rolling-restarts.mjs';
import { Watcher, watched } from './topology/watching.mjs';

requireNode24();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(130));
const folder = mkdtempSync(join(tmpdir(), 'comanda-production-'));
process.once('exit', () => {
  killAll();
  rmSync(folder, { recursive: true, force: true });
});

async function newDatabase(server, name) {
  const connection = await mysql.createConnection(server);
  await connection.query(`CREATE DATABASE ${name}`);
  await connection.end();
  return new URL(name, server).href;
}

/** Made anew, or the one of an earlier run in COMANDA_PRODUCT. */
async function productionFolder() {
  if (process.env.COMANDA_PRODUCT) return process.env.COMANDA_PRODUCT;
  console.log('make the production folder as docker/Dockerfile does');
  // Those who run it there are not those who made it.
  chmodSync(folder, 0o755);
  const product = join(folder, 'product');
  await makeProductionFolder(product);
  return product;
}

const { values: options } = parseArgs({ options: { only: { type: 'string' }, restarts: { type: 'string' } } });
const restarts = Number(options.restarts ?? 20);
const product = await productionFolder();
const database = await startMariadb();
const redis = await (await RedisProcess.create()).start();
const env = { DATABASE_URL: await newDatabase(database.url, 'comanda'), REDIS_URL: redis.url, TRUST_PROXY: 'private' };
const apis = [];
const redisWire = await Wire.to(redis.port);
const watcher = await Watcher.open();
const own = [{}, { REDIS_URL: `redis://127.0.0.1:${redisWire.port}` }, watcher.env];
for (const [index, extra] of own.entries()) {
  apis.push(await ApiProcess.create(`api-${index + 1}`, product, { ...env, ...extra }));
}
// All three at once on an empty database: one of them migrates and makes the demo restaurant.
await Promise.all(apis.map((api) => api.start()));

const parts = {
  news: () => newsTravel({ apis, redis, redisWire }),
  watching: () => watched({ api: apis[2], watcher }),
  away: () => withProxy(apis, (proxy) => databaseAway({ proxy, database })),
  kill: () => withProxy(apis, (proxy) => nothingIsLost({ apis, proxy })),
  overload: () => withProxy(apis.slice(0, 2), (proxy) => overload({ proxy })),
  restarts: () => withProxy(apis.slice(0, 2), (proxy) => rollingRestarts({ apis: apis.slice(0, 2), proxy, restarts })),
};

async function withProxy(behind, work) {
  const proxy = await startProxy(behind);
  await work(proxy);
  proxy.stop();
}

for (const part of options.only ? [options.only] : Object.keys(parts)) await parts[part]();
const deaths = apis.flatMap((api) => api.deaths);
for (const lastWords of deaths) console.log(lastWords);
check('no process ends by itself', deaths.length === 0);
process.exit(finish());
