// Orders of the past, made inside the database by copying rows that Comanda has written itself.
import { drive } from './load.mjs';

const REAL_SECONDS = 8;
/** Ids of copies sort before those of today: the first characters say which copy it is. */
const copied = (column) => `CONCAT(LPAD(@copy, 5, '0'), SUBSTRING(\`${column}\`, 6))`;
/** What is drawn by lot lies anywhere among the others. */
const drawn = (column) => `LEFT(MD5(CONCAT(@copy, \`${column}\`)), 22)`;

/** What differs in a copy. */
const COPIES = {
  orders: {
    id: true,
    trackingToken: drawn('trackingToken'),
    number: '`number` + @copy * 10000000',
    state: "'handed-over'",
  },
  order_lines: { id: true, orderId: true, parentId: true },
  tickets: { id: true, orderId: true, state: "'handed'", onBoard: '0' },
  ticket_lines: { id: true, ticketId: true, orderLineId: true, state: "'handed'" },
  idempotency_keys: { key: drawn('key'), createdAt: '`createdAt` - @copy * 60000' },
  events: {
    position: '`position` + @copy * (SELECT lastPosition FROM feeds_template f WHERE f.locationId = e.locationId)',
    subjectId: `IF(subjectKind = 'order', ${copied('subjectId')}, subjectId)`,
    seq: "IF(subjectKind = 'order', seq, seq + @copy * 10000000)",
  },
};
const TABLES = [...Object.keys(COPIES), 'feeds'];

async function copyAll(connection, copy) {
  await connection.query(`SET @copy = ${copy}`);
  for (const [table, changes] of Object.entries(COPIES)) {
    const [columns] = await connection.query(`SHOW COLUMNS FROM ${table}`);
    const list = columns.map(({ Field }) =>
      changes[Field] === true ? copied(Field) : (changes[Field] ?? `\`${Field}\``),
    );
    await connection.query(`INSERT INTO ${table} SELECT ${list.join(', ')} FROM ${table}_template e`);
  }
}

/** Fills the database with so many orders and all that belongs to them; resolves to the bytes that each takes. */
export async function prefill({ connection, requests, origin }, orders) {
  await drive({ origin, connections: 64, seconds: REAL_SECONDS, next: requests.place });
  for (const table of TABLES) await connection.query(`CREATE TABLE ${table}_template AS SELECT * FROM ${table}`);
  const [[{ count }]] = await connection.query('SELECT COUNT(*) AS count FROM orders');
  const copies = Math.ceil(orders / Number(count)) - 1;
  await connection.query('SET GLOBAL innodb_flush_log_at_trx_commit = 2; SET SESSION unique_checks = 0');
  for (let copy = 1; copy <= copies; copy++) {
    await copyAll(connection, copy);
    console.log(`${(copy + 1) * Number(count)} orders are there`);
  }
  await connection.query(`UPDATE feeds SET lastPosition = lastPosition * ${copies + 1}`);
  await connection.query('SET GLOBAL innodb_flush_log_at_trx_commit = 1');
  for (const table of TABLES) await connection.query(`DROP TABLE ${table}_template`);
  await connection.query(TABLES.map((table) => `ANALYZE TABLE ${table}`).join('; '));
  const [[{ bytes }]] = await connection.query(
    'SELECT SUM(data_length + index_length) AS bytes FROM information_schema.tables WHERE table_schema = DATABASE()',
  );
  return Number(bytes) / (Number(count) * (copies + 1));
}
