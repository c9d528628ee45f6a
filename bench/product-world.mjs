import { randomUUID } from 'node:crypto';
import { DISHES, dishId, menuDocument, RESTAURANTS, STATIONS, STOCK } from './world.mjs';

async function call(origin, method, path, { body, headers = {} } = {}) {
  const answer = await fetch(`${origin}/api/v1${path}`, {
    method,
    headers: { ...(body ? { 'content-type': 'application/json' } : {}), ...headers },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
  return { body: text ? JSON.parse(text) : undefined, headers: answer.headers };
}

async function logIn(origin, role) {
  const login = { email: `${role}@fennel-and-ember.example`, password: `demo-${role}-pass` };
  const { body, headers } = await call(origin, 'POST', '/session', { body: login });
  const cookie = headers.getSetCookie().map((each) => each.split(';')[0]);
  return { cookie: cookie.join('; '), 'x-csrf-token': body.csrfToken };
}

const COPIED = ['locations', 'stations', 'tax_rules', 'menu_heads', 'menu_revisions', 'countdowns'];

/** The demo restaurant with the benchmark's menu, every dish counted; the others are its copies. */
export async function makeProductWorld(origin, connection) {
  const admin = await logIn(origin, 'admin');
  const first = (await call(origin, 'GET', '/locations')).body[0].id;
  await call(origin, 'POST', `/locations/${first}/menu-imports?mode=replace`, { body: menuDocument(), headers: admin });
  for (const [position, id] of STATIONS.entries()) {
    const station = { locationId: first, id, name: id, position, isDefault: 0, dueSoonSeconds: 480, lateSeconds: 720 };
    await connection.query('INSERT IGNORE INTO stations SET ?', [station]);
  }
  const dishes = Array.from({ length: DISHES }, (_, index) => [first, 'item', dishId(index + 1), STOCK]);
  await connection.query('INSERT INTO countdowns VALUES ?', [dishes]);
  await connection.query('UPDATE menu_heads SET availabilityVersion = availabilityVersion + 1');
  await connection.query('UPDATE locations SET version = version + 1');
  const ids = [first];
  while (ids.length < RESTAURANTS) ids.push(randomUUID());
  for (const table of COPIED) await copyRows(connection, table, ids);
  // Nothing has happened in the copies yet; without a feed they would be no restaurants.
  await connection.query('INSERT INTO feeds (locationId, lastPosition) VALUES ?', [ids.slice(1).map((id) => [id, 0])]);
  return { ids, cook: await logIn(origin, 'kitchen') };
}

async function copyRows(connection, table, [first, ...others]) {
  const [columns] = await connection.query(`SHOW COLUMNS FROM ${table}`);
  const key = table === 'locations' ? 'id' : 'locationId';
  const names = columns.map(({ Field }) => Field).filter((name) => name !== key);
  const list = names.map((name) => `\`${name}\``).join(', ');
  for (const id of others) {
    const sql = `INSERT INTO ${table} (\`${key}\`, ${list}) SELECT ?, ${list} FROM ${table} WHERE \`${key}\` = ?`;
    await connection.query(sql, [id, first]);
  }
}
