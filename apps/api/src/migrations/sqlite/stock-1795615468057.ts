import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Stock1795615468057 implements MigrationInterface {
  readonly name = 'Stock1795615468057';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "stock_levels" ("locationId" varchar(64) NOT NULL, "ingredientId" varchar(64) NOT NULL, "id" varchar(64) NOT NULL, "onHandMilli" bigint NOT NULL, "lowMilli" bigint, "version" bigint NOT NULL, PRIMARY KEY ("locationId", "ingredientId"))`,
    );
    await runner.query(
      `CREATE TABLE "stock_movements" ("id" varchar(64) PRIMARY KEY NOT NULL, "locationId" varchar(64) NOT NULL, "ingredientId" varchar(64) NOT NULL, "kind" varchar(32) NOT NULL, "quantityMilli" bigint NOT NULL, "orderId" varchar(64), "itemId" varchar(64), "note" varchar(200), "businessDate" varchar(32) NOT NULL, "at" bigint NOT NULL, "by" varchar(200) NOT NULL)`,
    );
    await runner.query(`CREATE INDEX "stock_movements_of_day" ON "stock_movements" ("locationId", "businessDate") `);
    await runner.query(`CREATE INDEX "stock_movements_of_order" ON "stock_movements" ("orderId") `);
    await runner.query(
      `CREATE INDEX "stock_movements_of_ingredient" ON "stock_movements" ("locationId", "ingredientId", "id") `,
    );
  }

  /** Data is brought back from a backup, not by undoing a schema. */
  async down(): Promise<void> {
    return Promise.reject(new Error('Restore the backup made before the upgrade.'));
  }
}
