import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Sittings1796084338000 implements MigrationInterface {
  readonly name = 'Sittings1796084338000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE \`sittings\` (\`id\` varchar(64) NOT NULL, \`locationId\` varchar(64) NOT NULL, \`tableId\` varchar(64) NOT NULL, \`tableName\` varchar(100) NOT NULL, \`openTableId\` varchar(64) NULL, \`version\` bigint NOT NULL, \`openedAt\` bigint NOT NULL, \`closedAt\` bigint NULL, \`mergedIntoId\` varchar(64) NULL, UNIQUE INDEX \`sittings_open\` (\`openTableId\`), INDEX \`sittings_of_location\` (\`locationId\`, \`closedAt\`), PRIMARY KEY (\`id\`)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`,
    );
    await runner.query(
      `CREATE TABLE \`table_calls\` (\`id\` varchar(64) NOT NULL, \`locationId\` varchar(64) NOT NULL, \`sittingId\` varchar(64) NOT NULL, \`kind\` varchar(32) NOT NULL, \`calledAt\` bigint NOT NULL, \`acknowledgedAt\` bigint NULL, \`acknowledgedBy\` varchar(100) NULL, INDEX \`table_calls_of_sitting\` (\`sittingId\`, \`id\`), PRIMARY KEY (\`id\`)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`,
    );
    await runner.query(`ALTER TABLE \`orders\` ADD \`sittingId\` varchar(64) NULL`);
    await runner.query(`CREATE INDEX \`orders_of_sitting\` ON \`orders\` (\`sittingId\`)`);
  }

  /** Data is brought back from a backup, not by undoing a schema. */
  async down(): Promise<void> {
    return Promise.reject(new Error('Restore the backup made before the upgrade.'));
  }
}
