import type { MigrationInterface, QueryRunner } from 'typeorm';

export class OrderTimes1796082887856 implements MigrationInterface {
  readonly name = 'OrderTimes1796082887856';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE \`locations\` ADD \`slots\` text NULL`);
    await runner.query(`ALTER TABLE \`locations\` ADD \`deliveryZones\` mediumtext NULL`);
    await runner.query(`ALTER TABLE \`orders\` ADD \`address\` text NULL`);
    await runner.query(`ALTER TABLE \`orders\` ADD \`requestedFor\` bigint NULL`);
    await runner.query(`ALTER TABLE \`orders\` ADD \`dueAt\` bigint NULL`);
    await runner.query(`ALTER TABLE \`orders\` ADD \`fees\` text NULL`);
    await runner.query(`CREATE INDEX \`orders_by_slot\` ON \`orders\` (\`locationId\`, \`requestedFor\`)`);
  }

  /** Data is brought back from a backup, not by undoing a schema. */
  async down(): Promise<void> {
    return Promise.reject(new Error('Restore the backup made before the upgrade.'));
  }
}
