import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KitchenDevices1795620000000 implements MigrationInterface {
  readonly name = 'KitchenDevices1795620000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE \`kitchen_devices\` (\`id\` varchar(64) NOT NULL, \`locationId\` varchar(64) NOT NULL, \`name\` varchar(80) NOT NULL, \`stationId\` varchar(64) NULL, \`codeHash\` varchar(64) NULL, \`codeExpiresAt\` bigint NOT NULL, \`secretHash\` varchar(64) NULL, \`csrfToken\` varchar(64) NULL, \`createdAt\` bigint NOT NULL, \`pairedAt\` bigint NULL, UNIQUE INDEX \`kitchen_devices_secret\` (\`secretHash\`), UNIQUE INDEX \`kitchen_devices_code\` (\`codeHash\`), INDEX \`kitchen_devices_location\` (\`locationId\`, \`id\`), PRIMARY KEY (\`id\`)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`,
    );
  }

  /** Data is brought back from a backup, not by undoing a schema. */
  async down(): Promise<void> {
    return Promise.reject(new Error('Restore the backup made before the upgrade.'));
  }
}
