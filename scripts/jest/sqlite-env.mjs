process.env.COMANDA_TEST_DB = 'sqlite';
delete process.env.DATABASE_URL;
