import type { MigrationInterface, QueryRunner } from 'typeorm';
import { migrations } from './index.js';

/** Everything but the very first came after a version that may still be running. */
const UPGRADES = migrations.mysql.slice(1) as unknown as (new () => MigrationInterface)[];

async function statementsOf(Migration: new () => MigrationInterface): Promise<string[]> {
  const said: string[] = [];
  const runner = { query: (sql: string) => Promise.resolve(said.push(sql)) };
  await new Migration().up(runner as unknown as QueryRunner);
  return said;
}

/** What the version before can live with: it neither reads nor writes what is new. */
function isHarmless(sql: string, all: readonly string[] = []): boolean {
  if (/^CREATE (TABLE|INDEX)\b/.test(sql)) return true;
  if (fillsWhatIsNew(sql, all) || fillsNewTable(sql, all) || ordersAnew(sql)) return true;
  return /^ALTER TABLE `\w+` ADD /.test(sql) && (!/\bNOT NULL\b/.test(sql) || /\bDEFAULT\b/.test(sql));
}

/** Of rows that are there already, only columns that the same migration adds. */
function fillsWhatIsNew(sql: string, all: readonly string[]): boolean {
  const [, table, set = ''] = /^UPDATE (\w+) SET (.+?)( WHERE .+)?$/.exec(sql) ?? [];
  const columns = [...set.matchAll(/(?:^|, )(\w+) = /g)].map(([, column = '']) => column);
  const isNew = (column: string): boolean =>
    all.some((other) => other.startsWith(`ALTER TABLE \`${table ?? ''}\` ADD \`${column}\``));
  return columns.length > 0 && columns.every(isNew);
}

/** A table that the same migration makes. */
function fillsNewTable(sql: string, all: readonly string[]): boolean {
  const [, table] = /^INSERT INTO `(\w+)` /.exec(sql) ?? [];
  return table !== undefined && all.some((other) => other.startsWith(`CREATE TABLE \`${table}\` `));
}

/** Rows lie in another order; what was unique still is, and nothing else is. No statement of before names these indexes. */
function ordersAnew(sql: string): boolean {
  const [, table = '', changes = ''] = /^ALTER TABLE `(\w+)` DROP PRIMARY KEY, (.+)$/.exec(sql) ?? [];
  const [, unique] = /ADD UNIQUE INDEX `\w+` (\([^)]+\))$/.exec(changes) ?? [];
  const others = changes.replace(/, ADD UNIQUE INDEX .+$/, '').split(/, (?=[A-Z])/);
  const keysOnly = others.every((each) => /^(DROP INDEX `\w+`|ADD PRIMARY KEY \(.+\))$/.test(each));
  return keysOnly && unique !== undefined && unique === PRIMARY_KEYS.get(table);
}

let PRIMARY_KEYS: ReadonlyMap<string, string>;

beforeAll(async () => {
  const first = await statementsOf(migrations.mysql[0] as unknown as new () => MigrationInterface);
  PRIMARY_KEYS = new Map(
    first.flatMap((sql): [string, string][] => {
      const [, table, key] = /^CREATE TABLE `(\w+)` .*PRIMARY KEY (\([^)]+\))/.exec(sql) ?? [];
      return table && key ? [[table, key]] : [];
    }),
  );
});

describe('the migrations for MySQL', () => {
  it.each(UPGRADES.map((each) => [each.name, each] as const))(
    '%s only adds, so that the version before goes on beside the new one',
    async (_name, migration) => {
      const all = await statementsOf(migration);
      const harmful = all.filter((sql) => !isHarmless(sql, all));
      expect(harmful).toEqual([]);
    },
  );

  it('would be refused with a column that an older version cannot fill, or with one that is gone', () => {
    expect(isHarmless('ALTER TABLE `orders` ADD `course` bigint NOT NULL')).toBe(false);
    expect(isHarmless('ALTER TABLE `orders` DROP COLUMN `note`')).toBe(false);
    expect(isHarmless('ALTER TABLE `orders` MODIFY `note` text NULL')).toBe(false);
    const keys = 'ALTER TABLE `orders` DROP PRIMARY KEY, ADD PRIMARY KEY (`placedAt`, `id`)';
    expect(isHarmless(keys)).toBe(false);
    expect(isHarmless(`${keys}, ADD UNIQUE INDEX \`orders_once\` (\`number\`)`)).toBe(false);
    expect(isHarmless(`${keys}, ADD UNIQUE INDEX \`orders_once\` (\`id\`)`)).toBe(true);
    expect(isHarmless('UPDATE orders SET note = NULL', ['ALTER TABLE `orders` ADD `rush` smallint NULL'])).toBe(false);
  });
});
