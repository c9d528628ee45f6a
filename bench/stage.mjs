import { Buffer } from 'node:buffer';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mysql from 'mysql2/promise';
import { startMariadb } from '../scripts/support/mariadb.mjs';
import { plainRequests } from './plain/requests.mjs';
import { makePlainTables } from './plain/schema.mjs';
import { productRequests } from './product-requests.mjs';
import { makeProductWorld } from './product-world.mjs';
import { servePlain, serveProduct } from './servers.mjs';

async function database(url, name) {
  const server = await mysql.createConnection(url);
  await server.query(`CREATE DATABASE ${name}`);
  await server.end();
  const own = new URL(url);
  own.pathname = `/${name}`;
  return { url: own.href, connection: await mysql.createConnection({ uri: own.href, multipleStatements: true }) };
}

/** Both programs on one private MariaDB, each with its own database, both with the same trade. */
export async function setStage() {
  const mariadb = await startMariadb();
  const product = await database(mariadb.url, 'product');
  const plain = await database(mariadb.url, 'plain');
  await plain.connection.query('SET GLOBAL innodb_buffer_pool_size = 512 * 1024 * 1024');
  const [[{ file }]] = await plain.connection.query('SELECT @@pid_file AS file');
  await makePlainTables(plain.connection);

  const server = await serveProduct({ DATABASE_URL: product.url });
  const world = await makeProductWorld(server.origin, product.connection);
  const requests = productRequests(world);
  const menu = await fetch(server.origin + requests.menu().path, { headers: { 'accept-encoding': 'identity' } });
  const folder = mkdtempSync(join(tmpdir(), 'comanda-bench-'));
  const menuFile = join(folder, 'menu.json');
  writeFileSync(menuFile, Buffer.from(await menu.arrayBuffer()));
  const plainServer = await servePlain({ DATABASE_URL: plain.url, MENU_FILE: menuFile });

  return {
    databasePid: Number(readFileSync(file, 'utf8')),
    product: {
      name: 'product',
      ...server,
      ...product,
      requests,
      restaurant: world.ids[0],
      menuTag: menu.headers.get('etag'),
    },
    plain: { name: 'plain', ...plainServer, ...plain, requests: plainRequests, menuTag: '"1"' },
    async clear() {
      server.stop();
      plainServer.stop();
      await Promise.all([product.connection.end(), plain.connection.end()]);
      mariadb.stop();
      rmSync(folder, { recursive: true });
    },
  };
}
