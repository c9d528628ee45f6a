import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Photos1796093321907 implements MigrationInterface {
  readonly name = 'Photos1796093321907';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE \`photo_cuts\` (\`photoId\` varchar(64) NOT NULL, \`name\` varchar(64) NOT NULL, \`bytes\` mediumblob NOT NULL, PRIMARY KEY (\`photoId\`, \`name\`)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`,
    );
    await runner.query(
      `CREATE TABLE \`photo_uses\` (\`locationId\` varchar(64) NOT NULL, \`photoId\` varchar(64) NOT NULL, \`leftAt\` bigint NULL, INDEX \`photo_uses_age\` (\`leftAt\`), INDEX \`photo_uses_of_photo\` (\`photoId\`), PRIMARY KEY (\`locationId\`, \`photoId\`)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`,
    );
    await runner.query(
      `CREATE TABLE \`photos\` (\`id\` varchar(64) NOT NULL, \`ground\` varchar(32) NOT NULL, \`usedAt\` bigint NOT NULL, INDEX \`photos_age\` (\`usedAt\`), PRIMARY KEY (\`id\`)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`,
    );
  }

  /** Data is brought back from a backup, not by undoing a schema. */
  async down(): Promise<void> {
    return Promise.reject(new Error('Restore the backup made before the upgrade.'));
  }
}
