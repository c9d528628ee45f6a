import { InitialSchema1795590766334 as OnMysql } from './mysql/initial-schema-1795590766334.js';
import { InitialSchema1795590766334 as OnSqlite } from './sqlite/initial-schema-1795590766334.js';

/** In the order in which they run. Made by `npm run migration:generate`. */
export const migrations = { sqlite: [OnSqlite], mysql: [OnMysql] };
