import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PairingCodes1796084700000 implements MigrationInterface {
  readonly name = 'PairingCodes1796084700000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "pairing_codes" ("codeHash" varchar(64) PRIMARY KEY NOT NULL, "secretHash" varchar(64) NOT NULL, "expiresAt" bigint NOT NULL)`,
    );
    await runner.query(`CREATE INDEX "pairing_codes_until" ON "pairing_codes" ("expiresAt") `);
    await runner.query(`DROP INDEX "kitchen_devices_code"`);
    await runner.query(`DROP INDEX "kitchen_devices_location"`);
    await runner.query(`DROP INDEX "kitchen_devices_secret"`);
    await runner.query(
      `CREATE TABLE "temporary_kitchen_devices" ("id" varchar(64) PRIMARY KEY NOT NULL, "locationId" varchar(64) NOT NULL, "name" varchar(80) NOT NULL, "stationId" varchar(64), "secretHash" varchar(64) NOT NULL, "csrfToken" varchar(64) NOT NULL, "pairedAt" bigint NOT NULL, "lastSeenAt" bigint NOT NULL, "silentSince" bigint, "version" bigint NOT NULL)`,
    );
    // Codes that were not typed in yet are asked for anew.
    await runner.query(
      `INSERT INTO "temporary_kitchen_devices" SELECT "id", "locationId", "name", "stationId", "secretHash", "csrfToken", "pairedAt", "pairedAt", NULL, 0 FROM "kitchen_devices" WHERE "pairedAt" IS NOT NULL AND "secretHash" IS NOT NULL`,
    );
    await runner.query(`DROP TABLE "kitchen_devices"`);
    await runner.query(`ALTER TABLE "temporary_kitchen_devices" RENAME TO "kitchen_devices"`);
    await runner.query(`CREATE INDEX "kitchen_devices_location" ON "kitchen_devices" ("locationId", "id") `);
    await runner.query(`CREATE UNIQUE INDEX "kitchen_devices_secret" ON "kitchen_devices" ("secretHash") `);
  }

  /** Data is brought back from a backup, not by undoing a schema. */
  async down(): Promise<void> {
    return Promise.reject(new Error('Restore the backup made before the upgrade.'));
  }
}
