import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ReplayCount1795601784402 implements MigrationInterface {
  readonly name = 'ReplayCount1795601784402';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE \`idempotency_keys\` ADD \`replays\` bigint NOT NULL DEFAULT '0'`);
  }

  /** Data is brought back from a backup, not by undoing a schema. */
  async down(): Promise<void> {
    return Promise.reject(new Error('Restore the backup made before the upgrade.'));
  }
}
