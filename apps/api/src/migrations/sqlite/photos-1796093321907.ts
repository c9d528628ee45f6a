import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Photos1796093321907 implements MigrationInterface {
  readonly name = 'Photos1796093321907';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "photo_cuts" ("photoId" varchar(64) NOT NULL, "name" varchar(64) NOT NULL, "bytes" blob NOT NULL, PRIMARY KEY ("photoId", "name"))`,
    );
    await runner.query(
      `CREATE TABLE "photo_uses" ("locationId" varchar(64) NOT NULL, "photoId" varchar(64) NOT NULL, "leftAt" bigint, PRIMARY KEY ("locationId", "photoId"))`,
    );
    await runner.query(`CREATE INDEX "photo_uses_age" ON "photo_uses" ("leftAt") `);
    await runner.query(`CREATE INDEX "photo_uses_of_photo" ON "photo_uses" ("photoId") `);
    await runner.query(
      `CREATE TABLE "photos" ("id" varchar(64) PRIMARY KEY NOT NULL, "ground" varchar(32) NOT NULL, "usedAt" bigint NOT NULL)`,
    );
    await runner.query(`CREATE INDEX "photos_age" ON "photos" ("usedAt") `);
  }

  /** Data is brought back from a backup, not by undoing a schema. */
  async down(): Promise<void> {
    return Promise.reject(new Error('Restore the backup made before the upgrade.'));
  }
}
