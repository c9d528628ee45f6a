// The plain limit: bare node:http and mysql2 with prepared statements, nine round trips an order, one order at a time.
// No framework, no check of the body, no log of events: what is left when everything but the task is taken away.
import { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import mysql from 'mysql2/promise';
import { monotonicFactory } from 'ulid';
import { LINES, STATIONS } from '../world.mjs';

const { PORT, DATABASE_URL, MENU_FILE } = process.env;
const pool = mysql.createPool({ uri: DATABASE_URL, connectionLimit: 16, maxIdle: 16 });
pool.pool.on('connection', (connection) => connection.query('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED'));
const newId = monotonicFactory();
/** The bytes that Comanda sends, by encoding. */
const menus = { identity: readFileSync(MENU_FILE), br: readFileSync(`${MENU_FILE}.br`) };
const menuTag = '"1"';

const marks = (count) => Array(count).fill('?').join(', ');
const rowsOf = (count, width) =>
  Array(count)
    .fill(`(${marks(width)})`)
    .join(', ');
const inserts = {
  lines: `INSERT INTO order_lines VALUES ${rowsOf(LINES, 4)}`,
  options: `INSERT INTO order_options VALUES ${rowsOf(LINES * 2, 4)}`,
  tickets: STATIONS.map((_, index) => `INSERT INTO tickets VALUES ${rowsOf(index + 1, 5)}`),
};

class SoldOut extends Error {}

async function write(connection, { restaurant, key, lines }) {
  await connection.query('START TRANSACTION');
  const dishIds = lines.map(({ dish }) => dish);
  const optionIds = lines.flatMap(({ options }) => options);
  const [dishes] = await connection.execute(
    `SELECT id, price, station FROM dishes WHERE restaurant = ? AND id IN (${marks(LINES)})`,
    [restaurant, ...dishIds],
  );
  const [options] = await connection.execute(
    `SELECT id, price FROM options WHERE restaurant = ? AND id IN (${marks(LINES * 2)})`,
    [restaurant, ...optionIds],
  );
  const priceOf = new Map([...dishes, ...options].map(({ id, price }) => [id, price]));
  const total = [...dishIds, ...optionIds].reduce((sum, id) => sum + priceOf.get(id), 0);
  const id = newId();
  await connection.execute('INSERT INTO orders VALUES (?, ?, ?, ?, ?)', [id, restaurant, key, total, Date.now()]);
  const lineIds = lines.map(() => newId());
  await connection.execute(
    inserts.lines,
    lines.flatMap(({ dish }, at) => [lineIds[at], id, dish, priceOf.get(dish)]),
  );
  await connection.execute(
    inserts.options,
    lines.flatMap((line, at) => line.options.flatMap((option) => [lineIds[at], id, option, priceOf.get(option)])),
  );
  const stations = [...new Set(dishes.map(({ station }) => station))];
  await connection.execute(
    inserts.tickets[stations.length - 1],
    stations.flatMap((station) => [newId(), id, restaurant, station, 0]),
  );
  const [taken] = await connection.execute(
    `UPDATE dishes SET stock = stock - 1 WHERE restaurant = ? AND id IN (${marks(LINES)}) AND stock >= 1`,
    [restaurant, ...dishIds],
  );
  if (taken.affectedRows < LINES) throw new SoldOut();
  await connection.query('COMMIT');
  return { id, total, lines: lines.map(({ dish }, at) => ({ id: lineIds[at], dish, price: priceOf.get(dish) })) };
}

async function place(order) {
  for (let attempt = 1; ; attempt++) {
    const connection = await pool.getConnection();
    try {
      return [201, await write(connection, order)];
    } catch (error) {
      await connection.query('ROLLBACK');
      if (error instanceof SoldOut) return [409, { code: 'out_of_stock' }];
      if (error.code === 'ER_DUP_ENTRY') return [201, await orderBy('idem', order.key)];
      if (error.code !== 'ER_LOCK_DEADLOCK' || attempt === 6) throw error;
    } finally {
      connection.release();
    }
  }
}

async function orderBy(column, value) {
  const [[order]] = await pool.execute(`SELECT * FROM orders WHERE ${column} = ?`, [value]);
  if (!order) return null;
  const [lines] = await pool.execute('SELECT * FROM order_lines WHERE order_id = ?', [order.id]);
  const [options] = await pool.execute('SELECT * FROM order_options WHERE order_id = ?', [order.id]);
  const [tickets] = await pool.execute('SELECT * FROM tickets WHERE order_id = ?', [order.id]);
  return { ...order, lines, options, tickets };
}

async function openTickets(restaurant, station) {
  const sql = 'SELECT * FROM tickets WHERE restaurant = ? AND station = ? AND state = 0 ORDER BY id';
  const [tickets] = await pool.execute(sql, [restaurant, station]);
  return tickets;
}

async function move(id, from, to) {
  const [{ affectedRows }] = await pool.execute('UPDATE tickets SET state = ? WHERE id = ? AND state = ?', [
    to,
    id,
    from,
  ]);
  return affectedRows === 1 ? [200, { id, state: to }] : [409, { code: 'invalid_transition' }];
}

async function answer(method, [path, first, second], request) {
  if (method === 'POST' && path === 'orders') {
    return place({ ...JSON.parse(await textOf(request)), key: request.headers['idempotency-key'] });
  }
  if (path === 'bump') return move(first, 0, 1);
  if (path === 'recall') return move(first, 1, 0);
  if (path === 'orders') return [200, await orderBy('id', first)];
  if (path === 'tickets') return [200, await openTickets(Number(first), second)];
  return [404, {}];
}

async function textOf(request) {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk;
  return text;
}

function sendMenu(request, response) {
  if (request.headers['if-none-match'] === menuTag) return response.writeHead(304, { ETag: menuTag }).end();
  const encoding = request.headers['accept-encoding'] === 'br' ? 'br' : 'identity';
  const bytes = menus[encoding];
  const headers = { 'Content-Type': 'application/json', ETag: menuTag, 'Content-Length': bytes.length };
  return response.writeHead(200, encoding === 'br' ? { ...headers, 'Content-Encoding': 'br' } : headers).end(bytes);
}

createServer(async (request, response) => {
  if (request.url === '/menu') return sendMenu(request, response);
  try {
    const [status, body] = await answer(request.method, request.url.slice(1).split('/'), request);
    const text = JSON.stringify(body);
    response.writeHead(status, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) });
    response.end(text);
  } catch (error) {
    response.writeHead(500).end(String(error));
  }
}).listen(Number(PORT), '127.0.0.1', () => console.log('up'));
