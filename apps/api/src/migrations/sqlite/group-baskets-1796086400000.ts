import type { MigrationInterface, QueryRunner } from 'typeorm';

export class GroupBaskets1796086400000 implements MigrationInterface {
  readonly name = 'GroupBaskets1796086400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "group_baskets" ("id" varchar(64) PRIMARY KEY NOT NULL, "locationId" varchar(64) NOT NULL, "token" varchar(64) NOT NULL, "state" varchar(32) NOT NULL, "version" bigint NOT NULL, "expiresAt" bigint NOT NULL, "trackingToken" varchar(64))`,
    );
    await runner.query(`CREATE UNIQUE INDEX "group_baskets_link" ON "group_baskets" ("token") `);
    await runner.query(`CREATE INDEX "group_baskets_age" ON "group_baskets" ("expiresAt") `);
    await runner.query(
      `CREATE TABLE "group_people" ("id" varchar(64) PRIMARY KEY NOT NULL, "basketId" varchar(64) NOT NULL, "token" varchar(64) NOT NULL, "name" varchar(80) NOT NULL, "isHost" smallint NOT NULL, "version" bigint NOT NULL, "lines" text NOT NULL)`,
    );
    await runner.query(`CREATE UNIQUE INDEX "group_people_secret" ON "group_people" ("token") `);
    await runner.query(`CREATE INDEX "group_people_of_basket" ON "group_people" ("basketId", "id") `);
    await runner.query(`ALTER TABLE "order_lines" ADD COLUMN "guestName" varchar(80)`);
    await runner.query(`ALTER TABLE "ticket_lines" ADD COLUMN "guestName" varchar(80)`);
  }

  /** Data is brought back from a backup, not by undoing a schema. */
  async down(): Promise<void> {
    return Promise.reject(new Error('Restore the backup made before the upgrade.'));
  }
}
