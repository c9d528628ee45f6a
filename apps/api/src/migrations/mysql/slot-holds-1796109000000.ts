import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SlotHolds1796109000000 implements MigrationInterface {
  readonly name = 'SlotHolds1796109000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE \`slot_holds\` (\`id\` varchar(64) NOT NULL, \`locationId\` varchar(64) NOT NULL, \`slotAt\` bigint NOT NULL, \`dishes\` text NOT NULL, \`heldUntil\` bigint NOT NULL, INDEX \`slot_holds_by_slot\` (\`locationId\`, \`slotAt\`), PRIMARY KEY (\`id\`)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`,
    );
  }

  /** Data is brought back from a backup, not by undoing a schema. */
  async down(): Promise<void> {
    return Promise.reject(new Error('Restore the backup made before the upgrade.'));
  }
}
