import {
  DISHES,
  dishId,
  dishPrice,
  groupNames,
  optionId,
  optionNumbers,
  optionPrice,
  RESTAURANTS,
  STATIONS,
  STOCK,
} from '../world.mjs';

const TABLES = [
  'CREATE TABLE dishes (restaurant INT, id VARCHAR(32), price INT, station VARCHAR(32), stock INT, PRIMARY KEY (restaurant, id))',
  'CREATE TABLE options (restaurant INT, id VARCHAR(32), price INT, PRIMARY KEY (restaurant, id))',
  'CREATE TABLE orders (id CHAR(26) PRIMARY KEY, restaurant INT, idem VARCHAR(64) UNIQUE, total INT, at BIGINT)',
  'CREATE TABLE order_lines (id CHAR(26) PRIMARY KEY, order_id CHAR(26), dish VARCHAR(32), price INT, KEY (order_id))',
  'CREATE TABLE order_options (line_id CHAR(26), order_id CHAR(26), option_id VARCHAR(32), price INT, PRIMARY KEY (line_id, option_id), KEY (order_id))',
  'CREATE TABLE tickets (id CHAR(26) PRIMARY KEY, order_id CHAR(26), restaurant INT, station VARCHAR(32), state TINYINT, KEY (order_id), KEY (restaurant, station, state, id))',
];

/** The plain program's own tables: no more than its answers need. */
export async function makePlainTables(connection) {
  for (const sql of TABLES) await connection.query(`${sql} CHARACTER SET ascii COLLATE ascii_bin`);
  for (let restaurant = 1; restaurant <= RESTAURANTS; restaurant++) {
    const dishes = Array.from({ length: DISHES }, (_, index) => index + 1);
    await connection.query('INSERT INTO dishes VALUES ?', [
      dishes.map((n) => [restaurant, dishId(n), dishPrice(n), STATIONS[n % STATIONS.length], STOCK]),
    ]);
    await connection.query('INSERT INTO options VALUES ?', [
      groupNames.flatMap((group) => optionNumbers.map((n) => [restaurant, optionId(group, n), optionPrice(n)])),
    ]);
  }
}
