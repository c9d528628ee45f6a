import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PairingCodes1796084700000 implements MigrationInterface {
  readonly name = 'PairingCodes1796084700000';

  async up(runner: QueryRunner): Promise<void> {
    // Codes that were not typed in yet are asked for anew.
    await runner.query(`DELETE FROM \`kitchen_devices\` WHERE \`pairedAt\` IS NULL OR \`secretHash\` IS NULL`);
    await runner.query(`DROP INDEX \`kitchen_devices_code\` ON \`kitchen_devices\``);
    await runner.query(
      `CREATE TABLE \`pairing_codes\` (\`codeHash\` varchar(64) NOT NULL, \`secretHash\` varchar(64) NOT NULL, \`expiresAt\` bigint NOT NULL, INDEX \`pairing_codes_until\` (\`expiresAt\`), PRIMARY KEY (\`codeHash\`)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`,
    );
    await runner.query(
      `ALTER TABLE \`kitchen_devices\` DROP COLUMN \`codeHash\`, DROP COLUMN \`codeExpiresAt\`, DROP COLUMN \`createdAt\`, ADD \`lastSeenAt\` bigint NULL, ADD \`silentSince\` bigint NULL, ADD \`version\` bigint NULL`,
    );
    await runner.query(`UPDATE \`kitchen_devices\` SET \`lastSeenAt\` = \`pairedAt\`, \`version\` = 0`);
    await runner.query(
      `ALTER TABLE \`kitchen_devices\` CHANGE \`secretHash\` \`secretHash\` varchar(64) NOT NULL, CHANGE \`csrfToken\` \`csrfToken\` varchar(64) NOT NULL, CHANGE \`pairedAt\` \`pairedAt\` bigint NOT NULL, CHANGE \`lastSeenAt\` \`lastSeenAt\` bigint NOT NULL, CHANGE \`version\` \`version\` bigint NOT NULL`,
    );
  }

  /** Data is brought back from a backup, not by undoing a schema. */
  async down(): Promise<void> {
    return Promise.reject(new Error('Restore the backup made before the upgrade.'));
  }
}
