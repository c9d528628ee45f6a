import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SlotHolds1796109000000 implements MigrationInterface {
  readonly name = 'SlotHolds1796109000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "slot_holds" ("id" varchar(64) PRIMARY KEY NOT NULL, "locationId" varchar(64) NOT NULL, "slotAt" bigint NOT NULL, "dishes" text NOT NULL, "heldUntil" bigint NOT NULL)`,
    );
    await runner.query(`CREATE INDEX "slot_holds_by_slot" ON "slot_holds" ("locationId", "slotAt") `);
  }

  /** Data is brought back from a backup, not by undoing a schema. */
  async down(): Promise<void> {
    return Promise.reject(new Error('Restore the backup made before the upgrade.'));
  }
}
