import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SlotHoldsUsed1796124000000 implements MigrationInterface {
  readonly name = 'SlotHoldsUsed1796124000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE \`slot_holds\` ADD \`orderedAt\` bigint NULL`);
  }

  /** Data is brought back from a backup, not by undoing a schema. */
  async down(): Promise<void> {
    return Promise.reject(new Error('Restore the backup made before the upgrade.'));
  }
}
