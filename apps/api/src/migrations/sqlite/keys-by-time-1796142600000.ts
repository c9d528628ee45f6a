import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeysByTime1796142600000 implements MigrationInterface {
  readonly name = 'KeysByTime1796142600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "idempotency_keys_age"`);
    await runner.query(
      `CREATE TABLE "temporary_idempotency_keys" ("createdAt" bigint NOT NULL, "scope" varchar(64) NOT NULL, "key" varchar(255) NOT NULL, "fingerprint" varchar(64) NOT NULL, "status" bigint NOT NULL, "headers" text NOT NULL, "body" text NOT NULL, "replays" bigint NOT NULL DEFAULT (0), PRIMARY KEY ("createdAt", "scope", "key"))`,
    );
    await runner.query(
      `INSERT INTO "temporary_idempotency_keys"("createdAt", "scope", "key", "fingerprint", "status", "headers", "body", "replays") SELECT "createdAt", "scope", "key", "fingerprint", "status", "headers", "body", "replays" FROM "idempotency_keys"`,
    );
    await runner.query(`DROP TABLE "idempotency_keys"`);
    await runner.query(`ALTER TABLE "temporary_idempotency_keys" RENAME TO "idempotency_keys"`);
    await runner.query(`CREATE UNIQUE INDEX "idempotency_keys_once" ON "idempotency_keys" ("scope", "key")`);
  }

  /** Data is brought back from a backup, not by undoing a schema. */
  async down(): Promise<void> {
    return Promise.reject(new Error('Restore the backup made before the upgrade.'));
  }
}
