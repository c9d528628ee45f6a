import type { MigrationInterface, QueryRunner } from 'typeorm';

export class GroupBaskets1796086400000 implements MigrationInterface {
  readonly name = 'GroupBaskets1796086400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE \`group_baskets\` (\`id\` varchar(64) NOT NULL, \`locationId\` varchar(64) NOT NULL, \`token\` varchar(64) NOT NULL, \`state\` varchar(32) NOT NULL, \`version\` bigint NOT NULL, \`expiresAt\` bigint NOT NULL, \`trackingToken\` varchar(64) NULL, UNIQUE INDEX \`group_baskets_link\` (\`token\`), INDEX \`group_baskets_age\` (\`expiresAt\`), PRIMARY KEY (\`id\`)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`,
    );
    await runner.query(
      `CREATE TABLE \`group_people\` (\`id\` varchar(64) NOT NULL, \`basketId\` varchar(64) NOT NULL, \`token\` varchar(64) NOT NULL, \`name\` varchar(80) NOT NULL, \`isHost\` smallint NOT NULL, \`version\` bigint NOT NULL, \`lines\` mediumtext NOT NULL, UNIQUE INDEX \`group_people_secret\` (\`token\`), INDEX \`group_people_of_basket\` (\`basketId\`, \`id\`), PRIMARY KEY (\`id\`)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`,
    );
    await runner.query(`ALTER TABLE \`order_lines\` ADD \`guestName\` varchar(80) NULL`);
    await runner.query(`ALTER TABLE \`ticket_lines\` ADD \`guestName\` varchar(80) NULL`);
  }

  /** Data is brought back from a backup, not by undoing a schema. */
  async down(): Promise<void> {
    return Promise.reject(new Error('Restore the backup made before the upgrade.'));
  }
}
