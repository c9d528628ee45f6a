import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeysByTime1796142600000 implements MigrationInterface {
  readonly name = 'KeysByTime1796142600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE \`idempotency_keys\` DROP PRIMARY KEY, DROP INDEX \`idempotency_keys_age\`, ADD PRIMARY KEY (\`createdAt\`, \`scope\`, \`key\`), ADD UNIQUE INDEX \`idempotency_keys_once\` (\`scope\`, \`key\`)`,
    );
  }

  /** Data is brought back from a backup, not by undoing a schema. */
  async down(): Promise<void> {
    return Promise.reject(new Error('Restore the backup made before the upgrade.'));
  }
}
