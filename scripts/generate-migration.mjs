// npm run migration:generate -- <name>: compares the entities with the schema that the migrations make, on both
// databases, and writes what is missing as a migration for each.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mysql from 'mysql2/promise';
import { build } from './support/build-parts.mjs';
import { startMariadb } from './support/mariadb.mjs';
import { killAll, node, root, run } from './support/tools.mjs';

async function emptyDatabase(url) {
  const connection = await mysql.createConnection(url);
  await connection.query('CREATE DATABASE comanda_empty');
  await connection.end();
  const database = new URL(url);
  database.pathname = '/comanda_empty';
  return database.href;
}

const [, , name, child] = process.argv;

function source(className, queries) {
  const run = queries.map((sql) => `    await runner.query(\`${sql.replace(/[\\`$]/g, '\\$&')}\`);`);
  return [
    `import type { MigrationInterface, QueryRunner } from 'typeorm';`,
    '',
    `export class ${className} implements MigrationInterface {`,
    `  readonly name = '${className}';`,
    '',
    '  async up(runner: QueryRunner): Promise<void> {',
    ...run,
    '  }',
    '',
    '  /** Data is brought back from a backup, not by undoing a schema. */',
    '  async down(): Promise<void> {',
    "    return Promise.reject(new Error('Restore the backup made before the upgrade.'));",
    '  }',
    '}',
    '',
  ].join('\n');
}

async function generate(dialect, className) {
  const { SCHEMA } = await import(join(root, 'apps/api/dist/schema.js'));
  const { connectWriter } = await import(join(root, 'apps/api/dist/platform/database/index.js'));
  const folder = mkdtempSync(join(tmpdir(), 'comanda-migration-'));
  const settings = {
    file: join(folder, 'empty.sqlite'),
    ...(dialect === 'mysql' ? { url: process.env.DATABASE_URL } : {}),
  };
  const dataSource = await connectWriter(settings, SCHEMA);
  const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
  await dataSource.destroy();
  rmSync(folder, { recursive: true });
  const queries = upQueries.map(({ query }) =>
    query.replace('ENGINE=InnoDB', 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin'),
  );
  if (queries.length === 0) return console.log(`${dialect}: entities and migrations agree`);
  const stem = className.replace(/([a-z])([A-Z0-9])/g, '$1-$2').toLowerCase();
  mkdirSync(join(root, 'apps/api/src/migrations', dialect), { recursive: true });
  writeFileSync(join(root, `apps/api/src/migrations/${dialect}/${stem}.ts`), source(className, queries));
  console.log(`${dialect}: ${stem}.ts with ${queries.length} statements; add it to apps/api/src/migrations/index.ts`);
}

if (child) {
  await generate(child, name);
} else if (!name) {
  console.error('Name the change: npm run migration:generate -- AddCourses');
  process.exitCode = 1;
} else if (await build(['shared', 'api'])) {
  const className = `${name}${Date.now()}`;
  const { url } = await startMariadb();
  const database = await emptyDatabase(url);
  for (const dialect of ['sqlite', 'mysql']) {
    const env = { DATABASE_URL: dialect === 'mysql' ? database : '' };
    const { output } = await run(node, ['scripts/generate-migration.mjs', className, dialect], { env });
    process.stdout.write(output);
  }
  killAll();
  process.exit(0);
}
