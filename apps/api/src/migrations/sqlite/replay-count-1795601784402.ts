import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ReplayCount1795601784402 implements MigrationInterface {
  readonly name = 'ReplayCount1795601784402';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "idempotency_keys_age"`);
    await runner.query(
      `CREATE TABLE "temporary_idempotency_keys" ("scope" varchar(64) NOT NULL, "key" varchar(255) NOT NULL, "fingerprint" varchar(64) NOT NULL, "status" bigint NOT NULL, "headers" text NOT NULL, "body" text NOT NULL, "createdAt" bigint NOT NULL, "replays" bigint NOT NULL DEFAULT (0), PRIMARY KEY ("scope", "key"))`,
    );
    await runner.query(
      `INSERT INTO "temporary_idempotency_keys"("scope", "key", "fingerprint", "status", "headers", "body", "createdAt") SELECT "scope", "key", "fingerprint", "status", "headers", "body", "createdAt" FROM "idempotency_keys"`,
    );
    await runner.query(`DROP TABLE "idempotency_keys"`);
    await runner.query(`ALTER TABLE "temporary_idempotency_keys" RENAME TO "idempotency_keys"`);
    await runner.query(`CREATE INDEX "idempotency_keys_age" ON "idempotency_keys" ("createdAt") `);
  }

  /** Data is brought back from a backup, not by undoing a schema. */
  async down(): Promise<void> {
    return Promise.reject(new Error('Restore the backup made before the upgrade.'));
  }
}
