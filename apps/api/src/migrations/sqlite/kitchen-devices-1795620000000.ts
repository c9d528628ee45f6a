import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KitchenDevices1795620000000 implements MigrationInterface {
  readonly name = 'KitchenDevices1795620000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "kitchen_devices" ("id" varchar(64) PRIMARY KEY NOT NULL, "locationId" varchar(64) NOT NULL, "name" varchar(80) NOT NULL, "stationId" varchar(64), "codeHash" varchar(64), "codeExpiresAt" bigint NOT NULL, "secretHash" varchar(64), "csrfToken" varchar(64), "createdAt" bigint NOT NULL, "pairedAt" bigint)`,
    );
    await runner.query(`CREATE UNIQUE INDEX "kitchen_devices_secret" ON "kitchen_devices" ("secretHash") `);
    await runner.query(`CREATE UNIQUE INDEX "kitchen_devices_code" ON "kitchen_devices" ("codeHash") `);
    await runner.query(`CREATE INDEX "kitchen_devices_location" ON "kitchen_devices" ("locationId", "id") `);
  }

  /** Data is brought back from a backup, not by undoing a schema. */
  async down(): Promise<void> {
    return Promise.reject(new Error('Restore the backup made before the upgrade.'));
  }
}
