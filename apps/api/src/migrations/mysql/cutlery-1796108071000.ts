import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Cutlery1796108071000 implements MigrationInterface {
  readonly name = 'Cutlery1796108071000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE \`locations\` ADD \`cutlery\` varchar(32) NULL`);
    await runner.query(`ALTER TABLE \`orders\` ADD \`cutlery\` bigint NULL`);
  }

  /** Data is brought back from a backup, not by undoing a schema. */
  async down(): Promise<void> {
    return Promise.reject(new Error('Restore the backup made before the upgrade.'));
  }
}
