import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KitchenDay1795616225300 implements MigrationInterface {
  readonly name = 'KitchenDay1795616225300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE \`ticket_lines\` ADD \`itemId\` varchar(64) NULL`);
    await runner.query(`ALTER TABLE \`ticket_lines\` ADD \`allergies\` text NULL`);
    await runner.query(`ALTER TABLE \`ticket_lines\` ADD \`course\` bigint NOT NULL DEFAULT '1'`);
    await runner.query(`ALTER TABLE \`ticket_lines\` ADD \`prepSeconds\` bigint NULL`);
    await runner.query(`ALTER TABLE \`ticket_lines\` ADD \`firedAt\` bigint NULL`);
    await runner.query(`ALTER TABLE \`ticket_lines\` ADD \`startAt\` bigint NULL`);
    await runner.query(`ALTER TABLE \`ticket_lines\` ADD \`dueAt\` bigint NULL`);
    await runner.query(`ALTER TABLE \`ticket_lines\` ADD \`handedAt\` bigint NULL`);
    await runner.query(`ALTER TABLE \`ticket_lines\` ADD \`bumpedFrom\` varchar(32) NULL`);
    await runner.query(`ALTER TABLE \`ticket_lines\` ADD \`refire\` text NULL`);
    await runner.query(`ALTER TABLE \`ticket_lines\` ADD \`replaces\` varchar(64) NULL`);
    await runner.query(`ALTER TABLE \`ticket_lines\` ADD \`withdrawal\` text NULL`);
    await runner.query(`ALTER TABLE \`tickets\` ADD \`startAt\` bigint NOT NULL DEFAULT '0'`);
    await runner.query(`ALTER TABLE \`tickets\` ADD \`dueSoonAt\` bigint NOT NULL DEFAULT '0'`);
    await runner.query(`ALTER TABLE \`tickets\` ADD \`rush\` smallint NOT NULL DEFAULT '0'`);
    await runner.query(`ALTER TABLE \`tickets\` ADD \`allergies\` text NULL`);
    await runner.query(`ALTER TABLE \`tickets\` ADD \`allergyAcknowledgedAt\` bigint NULL`);
    await runner.query(`ALTER TABLE \`tickets\` ADD \`allergyAcknowledgedBy\` varchar(100) NULL`);
    await runner.query(`ALTER TABLE \`tickets\` ADD \`onBoard\` smallint NOT NULL DEFAULT '1'`);
    await runner.query(`ALTER TABLE \`tickets\` ADD \`answerDueAt\` bigint NULL`);
    await runner.query(`ALTER TABLE \`locations\` ADD \`pacing\` smallint NOT NULL DEFAULT '1'`);
    await runner.query(`ALTER TABLE \`order_lines\` ADD \`course\` bigint NOT NULL DEFAULT '1'`);
    await runner.query(`ALTER TABLE \`order_lines\` ADD \`allergies\` text NULL`);
    await runner.query(`ALTER TABLE \`orders\` ADD \`allergies\` text NULL`);
    await runner.query(`ALTER TABLE \`orders\` ADD \`rush\` smallint NOT NULL DEFAULT '0'`);
    await runner.query(`ALTER TABLE \`orders\` ADD \`kitchenUnanswered\` smallint NOT NULL DEFAULT '0'`);
    await runner.query(`CREATE INDEX \`tickets_unanswered\` ON \`tickets\` (\`answerDueAt\`)`);
    await runner.query(`CREATE INDEX \`tickets_of_day\` ON \`tickets\` (\`locationId\`, \`businessDate\`, \`id\`)`);
    await runner.query(`CREATE INDEX \`tickets_open\` ON \`tickets\` (\`locationId\`, \`onBoard\`, \`id\`)`);
    await runner.query('UPDATE tickets SET startAt = firedAt, dueSoonAt = firedAt + (dueAt - firedAt) * 3 / 4');
    await runner.query("UPDATE tickets SET onBoard = 0 WHERE state NOT IN ('fired', 'started', 'cancelled')");
    for (const column of ['firedAt', 'startAt', 'dueAt']) {
      const ofTicket = `SELECT ${column} FROM tickets WHERE tickets.id = ticket_lines.ticketId`;
      await runner.query(`UPDATE ticket_lines SET ${column} = (${ofTicket})`);
    }
  }

  /** Data is brought back from a backup, not by undoing a schema. */
  async down(): Promise<void> {
    return Promise.reject(new Error('Restore the backup made before the upgrade.'));
  }
}
