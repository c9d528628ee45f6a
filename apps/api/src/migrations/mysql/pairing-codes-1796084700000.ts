import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The table before this one stays as it is for the version before, which may still be running. */
export class PairingCodes1796084700000 implements MigrationInterface {
  readonly name = 'PairingCodes1796084700000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE \`pairing_codes\` (\`codeHash\` varchar(64) NOT NULL, \`secretHash\` varchar(64) NOT NULL, \`expiresAt\` bigint NOT NULL, INDEX \`pairing_codes_until\` (\`expiresAt\`), PRIMARY KEY (\`codeHash\`)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`,
    );
    await runner.query(
      `CREATE TABLE \`kitchen_screens\` (\`id\` varchar(64) NOT NULL, \`locationId\` varchar(64) NOT NULL, \`name\` varchar(80) NOT NULL, \`stationId\` varchar(64) NULL, \`secretHash\` varchar(64) NOT NULL, \`csrfToken\` varchar(64) NOT NULL, \`pairedAt\` bigint NOT NULL, \`lastSeenAt\` bigint NOT NULL, \`silentSince\` bigint NULL, \`version\` bigint NOT NULL, UNIQUE INDEX \`kitchen_screens_secret\` (\`secretHash\`), INDEX \`kitchen_screens_location\` (\`locationId\`, \`id\`), PRIMARY KEY (\`id\`)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`,
    );
    await runner.query(
      `INSERT INTO \`kitchen_screens\` (\`id\`, \`locationId\`, \`name\`, \`stationId\`, \`secretHash\`, \`csrfToken\`, \`pairedAt\`, \`lastSeenAt\`, \`version\`) SELECT \`id\`, \`locationId\`, \`name\`, \`stationId\`, \`secretHash\`, \`csrfToken\`, \`pairedAt\`, \`pairedAt\`, 0 FROM \`kitchen_devices\` WHERE \`pairedAt\` IS NOT NULL AND \`secretHash\` IS NOT NULL AND \`csrfToken\` IS NOT NULL`,
    );
  }

  /** Data is brought back from a backup, not by undoing a schema. */
  async down(): Promise<void> {
    return Promise.reject(new Error('Restore the backup made before the upgrade.'));
  }
}
