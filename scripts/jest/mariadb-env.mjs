process.env.COMANDA_TEST_DB = 'mariadb';
if (!process.env.COMANDA_TEST_MARIADB_URL) {
  throw new Error('COMANDA_TEST_MARIADB_URL is not set: run these specs with "npm test -- --project mariadb".');
}
process.env.DATABASE_URL = process.env.COMANDA_TEST_MARIADB_URL;
