import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Sittings1796084338000 implements MigrationInterface {
  readonly name = 'Sittings1796084338000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "sittings" ("id" varchar(64) PRIMARY KEY NOT NULL, "locationId" varchar(64) NOT NULL, "tableId" varchar(64) NOT NULL, "tableName" varchar(100) NOT NULL, "openTableId" varchar(64), "version" bigint NOT NULL, "openedAt" bigint NOT NULL, "closedAt" bigint, "mergedIntoId" varchar(64))`,
    );
    await runner.query(`CREATE UNIQUE INDEX "sittings_open" ON "sittings" ("openTableId") `);
    await runner.query(`CREATE INDEX "sittings_of_location" ON "sittings" ("locationId", "closedAt") `);
    await runner.query(
      `CREATE TABLE "table_calls" ("id" varchar(64) PRIMARY KEY NOT NULL, "locationId" varchar(64) NOT NULL, "sittingId" varchar(64) NOT NULL, "kind" varchar(32) NOT NULL, "calledAt" bigint NOT NULL, "acknowledgedAt" bigint, "acknowledgedBy" varchar(100))`,
    );
    await runner.query(`CREATE INDEX "table_calls_of_sitting" ON "table_calls" ("sittingId", "id") `);
    await runner.query(`ALTER TABLE "orders" ADD COLUMN "sittingId" varchar(64)`);
    await runner.query(`CREATE INDEX "orders_of_sitting" ON "orders" ("sittingId") `);
  }

  /** Data is brought back from a backup, not by undoing a schema. */
  async down(): Promise<void> {
    return Promise.reject(new Error('Restore the backup made before the upgrade.'));
  }
}
