import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Stock1795615468057 implements MigrationInterface {
  readonly name = 'Stock1795615468057';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE \`stock_levels\` (\`locationId\` varchar(64) NOT NULL, \`ingredientId\` varchar(64) NOT NULL, \`id\` varchar(64) NOT NULL, \`onHandMilli\` bigint NOT NULL, \`lowMilli\` bigint NULL, \`version\` bigint NOT NULL, PRIMARY KEY (\`locationId\`, \`ingredientId\`)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`,
    );
    await runner.query(
      `CREATE TABLE \`stock_movements\` (\`id\` varchar(64) NOT NULL, \`locationId\` varchar(64) NOT NULL, \`ingredientId\` varchar(64) NOT NULL, \`kind\` varchar(32) NOT NULL, \`quantityMilli\` bigint NOT NULL, \`orderId\` varchar(64) NULL, \`itemId\` varchar(64) NULL, \`note\` varchar(200) NULL, \`businessDate\` varchar(32) NOT NULL, \`at\` bigint NOT NULL, \`by\` varchar(200) NOT NULL, INDEX \`stock_movements_of_day\` (\`locationId\`, \`businessDate\`), INDEX \`stock_movements_of_order\` (\`orderId\`), INDEX \`stock_movements_of_ingredient\` (\`locationId\`, \`ingredientId\`, \`id\`), PRIMARY KEY (\`id\`)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`,
    );
  }

  /** Data is brought back from a backup, not by undoing a schema. */
  async down(): Promise<void> {
    return Promise.reject(new Error('Restore the backup made before the upgrade.'));
  }
}
