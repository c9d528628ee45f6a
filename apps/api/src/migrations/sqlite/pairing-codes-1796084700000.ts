import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The table before this one stays as it is for the version before, which may still be running. */
export class PairingCodes1796084700000 implements MigrationInterface {
  readonly name = 'PairingCodes1796084700000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "pairing_codes" ("codeHash" varchar(64) PRIMARY KEY NOT NULL, "secretHash" varchar(64) NOT NULL, "expiresAt" bigint NOT NULL)`,
    );
    await runner.query(`CREATE INDEX "pairing_codes_until" ON "pairing_codes" ("expiresAt") `);
    await runner.query(
      `CREATE TABLE "kitchen_screens" ("id" varchar(64) PRIMARY KEY NOT NULL, "locationId" varchar(64) NOT NULL, "name" varchar(80) NOT NULL, "stationId" varchar(64), "secretHash" varchar(64) NOT NULL, "csrfToken" varchar(64) NOT NULL, "pairedAt" bigint NOT NULL, "lastSeenAt" bigint NOT NULL, "silentSince" bigint, "version" bigint NOT NULL)`,
    );
    await runner.query(`CREATE INDEX "kitchen_screens_location" ON "kitchen_screens" ("locationId", "id") `);
    await runner.query(`CREATE UNIQUE INDEX "kitchen_screens_secret" ON "kitchen_screens" ("secretHash") `);
    await runner.query(
      `INSERT INTO "kitchen_screens" ("id", "locationId", "name", "stationId", "secretHash", "csrfToken", "pairedAt", "lastSeenAt", "version") SELECT "id", "locationId", "name", "stationId", "secretHash", "csrfToken", "pairedAt", "pairedAt", 0 FROM "kitchen_devices" WHERE "pairedAt" IS NOT NULL AND "secretHash" IS NOT NULL AND "csrfToken" IS NOT NULL`,
    );
  }

  /** Data is brought back from a backup, not by undoing a schema. */
  async down(): Promise<void> {
    return Promise.reject(new Error('Restore the backup made before the upgrade.'));
  }
}
