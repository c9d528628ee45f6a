import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Push1796096612108 implements MigrationInterface {
  readonly name = 'Push1796096612108';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE \`push_keys\` (\`id\` varchar(64) NOT NULL, \`publicKey\` varchar(100) NOT NULL, \`privateKey\` varchar(100) NOT NULL, \`subject\` varchar(300) NOT NULL, PRIMARY KEY (\`id\`)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`,
    );
    await runner.query(
      `CREATE TABLE \`push_subscriptions\` (\`id\` varchar(64) NOT NULL, \`locationId\` varchar(64) NOT NULL, \`orderId\` varchar(64) NOT NULL, \`trackingToken\` varchar(64) NOT NULL, \`endpoint\` varchar(1000) NOT NULL, \`p256dh\` varchar(100) NOT NULL, \`auth\` varchar(64) NOT NULL, \`told\` varchar(32) NOT NULL, \`createdAt\` bigint NOT NULL, INDEX \`push_subscriptions_of_location\` (\`locationId\`), INDEX \`push_subscriptions_of_order\` (\`orderId\`), PRIMARY KEY (\`id\`)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`,
    );
  }

  /** Data is brought back from a backup, not by undoing a schema. */
  async down(): Promise<void> {
    return Promise.reject(new Error('Restore the backup made before the upgrade.'));
  }
}
