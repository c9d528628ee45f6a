import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mysql from 'mysql2/promise';
import { startMariadb } from '../scripts/support/mariadb.mjs';
import { askOnce } from './http-client.mjs';
import { plainRequests } from './plain/requests.mjs';
import { makePlainTables } from './plain/schema.mjs';
import { prefill } from './prefill.mjs';
import { productRequests } from './product-requests.mjs';
import { makeProductWorld } from './product-world.mjs';
import { servePlain, serveProduct } from './servers.mjs';

const BUFFER_POOL_BYTES = 1024 ** 3;

async function database(url, name) {
  const server = await mysql.createConnection(url);
  await server.query(`DROP DATABASE IF EXISTS ${name}`);
  await server.query(`CREATE DATABASE ${name}`);
  await server.end();
  const own = new URL(url);
  own.pathname = `/${name}`;
  return { url: own.href, connection: await mysql.createConnection({ uri: own.href, multipleStatements: true }) };
}

/** Comanda with a database of its own. */
export async function productTarget(mariadb, schema, label = 'Comanda') {
  const own = await database(mariadb.url, schema);
  const server = await serveProduct({ DATABASE_URL: own.url });
  const idle = memoryOf(server.pid);
  const world = await makeProductWorld(server.origin, own.connection);
  const requests = productRequests(world);
  const menu = await askOnce(server.origin, requests.menu({ 'accept-encoding': 'br' }));
  const facts = { restaurant: world.ids[0], menuTag: menu.header('etag'), idle };
  return { name: 'product', label, ...server, ...own, requests, ids: world.ids, ...facts };
}

const memoryOf = (pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;

/** The plain program, which sends the very bytes of Comanda's menu. */
async function plainTarget(mariadb, product, folder) {
  const own = await database(mariadb.url, 'plain');
  await makePlainTables(own.connection);
  const file = join(folder, 'menu.json');
  const { origin, requests } = product;
  writeFileSync(file, (await askOnce(origin, requests.menu())).body());
  writeFileSync(`${file}.br`, (await askOnce(origin, requests.menu({ 'accept-encoding': 'br' }))).body());
  const server = await servePlain({ DATABASE_URL: own.url, MENU_FILE: file });
  return { name: 'plain', label: 'plain', ...server, ...own, requests: plainRequests, restaurant: 1, menuTag: '"1"' };
}

/**
 * Both programs on one private MariaDB, each with its own database, both with the same trade; with `orders` another
 * Comanda whose database holds that many.
 */
export async function setStage(orders = 0) {
  const mariadb = await startMariadb();
  const folder = mkdtempSync(join(tmpdir(), 'comanda-bench-'));
  const product = await productTarget(mariadb, 'comanda_bench');
  const plain = await plainTarget(mariadb, product, folder);
  const targets = [plain, product];
  const [[{ file }]] = await plain.connection.query('SELECT @@pid_file AS file');
  await plain.connection.query(`SET GLOBAL innodb_buffer_pool_size = ${BUFFER_POOL_BYTES}`);
  let bytesPerOrder;
  if (orders > 0) {
    const full = await productTarget(mariadb, 'comanda_bench_full', 'full');
    bytesPerOrder = await prefill(full, orders);
    targets.push(full);
  }
  return {
    databasePid: Number(readFileSync(file, 'utf8')),
    targets,
    bytesPerOrder,
    async clear() {
      for (const { stop, connection } of targets) {
        await stop();
        await connection.end();
      }
      mariadb.stop();
      rmSync(folder, { recursive: true });
    },
  };
}
