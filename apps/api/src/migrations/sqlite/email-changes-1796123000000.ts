import type { MigrationInterface, QueryRunner } from 'typeorm';

export class EmailChanges1796123000000 implements MigrationInterface {
  readonly name = 'EmailChanges1796123000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "guest_email_changes" ("tokenHash" varchar(64) PRIMARY KEY NOT NULL, "guestId" varchar(64) NOT NULL, "email" varchar(254) NOT NULL, "expiresAt" bigint NOT NULL, "usedAt" bigint)`,
    );
    await runner.query(`CREATE INDEX "guest_email_changes_of" ON "guest_email_changes" ("guestId") `);
    await runner.query(`CREATE INDEX "guest_email_changes_age" ON "guest_email_changes" ("expiresAt") `);
  }

  /** Data is brought back from a backup, not by undoing a schema. */
  async down(): Promise<void> {
    return Promise.reject(new Error('Restore the backup made before the upgrade.'));
  }
}
