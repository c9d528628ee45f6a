// Orders of the past, made inside the database by copying rows that the programs have written themselves.
import { drive } from './load.mjs';

const COPIES = {
  product: {
    orders: { id: true, trackingToken: true, number: 'number + @shift' },
    order_lines: { id: true, orderId: true },
    tickets: { id: true, orderId: true, state: "'handed'" },
    ticket_lines: { id: true, ticketId: true, orderLineId: true },
  },
  plain: {
    orders: { id: true, idem: true },
    order_lines: { id: true, order_id: true },
    order_options: { line_id: true, order_id: true },
    tickets: { id: true, order_id: true, state: '2' },
  },
};

/** Ids of copies sort before those of today: the first characters say which copy it is. */
const copied = (column, copy) => `CONCAT('${String(copy).padStart(5, '0')}', SUBSTRING(\`${column}\`, 6))`;

async function copyAll({ name, connection }, copy, suffix) {
  for (const [table, changes] of Object.entries(COPIES[name])) {
    const [columns] = await connection.query(`SHOW COLUMNS FROM ${table}`);
    const list = columns.map(({ Field }) => {
      const change = changes[Field];
      if (change === undefined) return `\`${Field}\``;
      return change === true ? copied(Field, copy) : change;
    });
    await connection.query(`INSERT INTO ${table} SELECT ${list.join(', ')} FROM ${table}_${suffix}`);
  }
}

/** Fills both databases with so many orders, a few thousand of them real, the rest their copies. */
export async function prefill(stage, orders) {
  for (const target of [stage.plain, stage.product]) {
    const { connection, name, requests, origin } = target;
    await drive({ origin, connections: 64, seconds: 10, next: requests.place });
    const tables = Object.keys(COPIES[name]);
    for (const table of tables) await connection.query(`CREATE TABLE ${table}_template AS SELECT * FROM ${table}`);
    const [[{ count }]] = await connection.query('SELECT COUNT(*) AS count FROM orders');
    await connection.query('SET SESSION unique_checks = 0, SESSION innodb_lock_wait_timeout = 50');
    await connection.query('SET GLOBAL innodb_flush_log_at_trx_commit = 2');
    const copies = Math.ceil(orders / Number(count)) - 1;
    for (let copy = 1; copy <= copies; copy++) {
      await connection.query(`SET @shift = ${copy * 10_000_000}`);
      await copyAll(target, copy, 'template');
      if (copy % 10 === 0) console.log(`${name}: ${copy * Number(count)} orders of the past`);
    }
    await connection.query('SET GLOBAL innodb_flush_log_at_trx_commit = 1');
    for (const table of tables) await connection.query(`DROP TABLE ${table}_template`);
    await connection.query(tables.map((table) => `ANALYZE TABLE ${table}`).join('; '));
  }
}
