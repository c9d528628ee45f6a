export type Dialect = 'sqlite' | 'mysql';

/** The dialect is decided once, by `DATABASE_URL`, before the entities are loaded: their column types depend on it. */
export const DIALECT: Dialect = (process.env['DATABASE_URL'] ?? '').startsWith('mysql:') ? 'mysql' : 'sqlite';
