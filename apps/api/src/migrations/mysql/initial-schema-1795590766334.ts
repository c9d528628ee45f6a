import type { MigrationInterface, QueryRunner } from 'typeorm';

export class InitialSchema1795590766334 implements MigrationInterface {
  readonly name = 'InitialSchema1795590766334';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE \`staff_accounts\` (\`id\` varchar(64) NOT NULL, \`locationId\` varchar(64) NOT NULL, \`name\` varchar(80) NOT NULL, \`email\` varchar(254) NOT NULL, \`role\` varchar(32) NOT NULL, \`passwordHash\` varchar(255) NOT NULL, \`active\` smallint NOT NULL, \`createdAt\` bigint NOT NULL, UNIQUE INDEX \`IDX_2ec5d5e2e0748521c1089ea63c\` (\`email\`), PRIMARY KEY (\`id\`)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`,
    );
    await runner.query(
      `CREATE TABLE \`staff_sessions\` (\`secretHash\` varchar(64) NOT NULL, \`accountId\` varchar(64) NOT NULL, \`csrfToken\` varchar(64) NOT NULL, \`createdAt\` bigint NOT NULL, \`expiresAt\` bigint NOT NULL, INDEX \`staff_sessions_account\` (\`accountId\`), INDEX \`staff_sessions_expiry\` (\`expiresAt\`), PRIMARY KEY (\`secretHash\`)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`,
    );
    await runner.query(
      `CREATE TABLE \`ticket_lines\` (\`ticketId\` varchar(64) NOT NULL, \`id\` varchar(64) NOT NULL, \`orderLineId\` varchar(64) NOT NULL, \`stationId\` varchar(64) NOT NULL, \`revision\` bigint NOT NULL, \`position\` bigint NOT NULL, \`state\` varchar(32) NOT NULL, \`quantity\` bigint NOT NULL, \`name\` varchar(200) NOT NULL, \`variantName\` varchar(200) NULL, \`modifiers\` text NOT NULL, \`note\` varchar(140) NULL, \`allergens\` text NOT NULL, \`startedAt\` bigint NULL, \`readyAt\` bigint NULL, UNIQUE INDEX \`ticket_lines_once\` (\`orderLineId\`, \`stationId\`, \`revision\`), PRIMARY KEY (\`ticketId\`, \`id\`)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`,
    );
    await runner.query(
      `CREATE TABLE \`tickets\` (\`id\` varchar(64) NOT NULL, \`locationId\` varchar(64) NOT NULL, \`orderId\` varchar(64) NOT NULL, \`stationId\` varchar(64) NOT NULL, \`version\` bigint NOT NULL, \`state\` varchar(32) NOT NULL, \`orderNumber\` bigint NOT NULL, \`businessDate\` varchar(32) NOT NULL, \`fulfilment\` varchar(32) NOT NULL, \`tableName\` varchar(100) NULL, \`guestName\` varchar(80) NULL, \`orderNote\` varchar(500) NULL, \`firedAt\` bigint NOT NULL, \`dueAt\` bigint NOT NULL, \`startedAt\` bigint NULL, \`readyAt\` bigint NULL, \`recalled\` smallint NOT NULL, INDEX \`tickets_by_state\` (\`locationId\`, \`state\`, \`id\`), UNIQUE INDEX \`tickets_once\` (\`orderId\`, \`stationId\`), PRIMARY KEY (\`id\`)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`,
    );
    await runner.query(
      `CREATE TABLE \`dining_tables\` (\`id\` varchar(64) NOT NULL, \`locationId\` varchar(64) NOT NULL, \`name\` varchar(100) NOT NULL, \`token\` varchar(64) NOT NULL, \`position\` bigint NOT NULL, INDEX \`dining_tables_location\` (\`locationId\`, \`position\`), UNIQUE INDEX \`IDX_416c2d19db5904b65e66cf94aa\` (\`token\`), PRIMARY KEY (\`id\`)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`,
    );
    await runner.query(
      `CREATE TABLE \`locations\` (\`id\` varchar(64) NOT NULL, \`name\` varchar(200) NOT NULL, \`description\` text NULL, \`phone\` varchar(32) NULL, \`address\` varchar(300) NULL, \`timezone\` varchar(64) NOT NULL, \`currency\` varchar(32) NOT NULL, \`languages\` text NOT NULL, \`defaultLanguage\` varchar(32) NOT NULL, \`fulfilmentTypes\` text NOT NULL, \`taxInclusive\` smallint NOT NULL, \`openingHours\` text NOT NULL, \`businessDayCutoffMinute\` bigint NOT NULL, \`autoAccept\` smallint NOT NULL, \`orderingPaused\` smallint NOT NULL, \`orderingPausedUntil\` bigint NULL, \`seedColour\` varchar(32) NOT NULL, \`tipPercents\` text NOT NULL, \`readyMinutes\` text NOT NULL, \`version\` bigint NOT NULL, PRIMARY KEY (\`id\`)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`,
    );
    await runner.query(
      `CREATE TABLE \`stations\` (\`locationId\` varchar(64) NOT NULL, \`id\` varchar(64) NOT NULL, \`name\` varchar(100) NOT NULL, \`position\` bigint NOT NULL, \`isDefault\` smallint NOT NULL, \`dueSoonSeconds\` bigint NOT NULL, \`lateSeconds\` bigint NOT NULL, INDEX \`stations_location\` (\`locationId\`, \`position\`), PRIMARY KEY (\`locationId\`, \`id\`)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`,
    );
    await runner.query(
      `CREATE TABLE \`tax_rules\` (\`locationId\` varchar(64) NOT NULL, \`taxClass\` varchar(64) NOT NULL, \`fulfilment\` varchar(64) NOT NULL, \`validFrom\` varchar(64) NOT NULL, \`ratePpm\` bigint NOT NULL, PRIMARY KEY (\`locationId\`, \`taxClass\`, \`fulfilment\`, \`validFrom\`)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`,
    );
    await runner.query(
      `CREATE TABLE \`countdowns\` (\`locationId\` varchar(64) NOT NULL, \`targetKind\` varchar(64) NOT NULL, \`targetId\` varchar(64) NOT NULL, \`remaining\` bigint NOT NULL, PRIMARY KEY (\`locationId\`, \`targetKind\`, \`targetId\`)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`,
    );
    await runner.query(
      `CREATE TABLE \`menu_heads\` (\`locationId\` varchar(64) NOT NULL, \`revision\` bigint NOT NULL, \`availabilityVersion\` bigint NOT NULL, PRIMARY KEY (\`locationId\`)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`,
    );
    await runner.query(
      `CREATE TABLE \`menu_revisions\` (\`locationId\` varchar(64) NOT NULL, \`number\` bigint NOT NULL, \`checksum\` varchar(64) NOT NULL, \`document\` mediumblob NOT NULL, \`cause\` varchar(32) NOT NULL, \`restoredFrom\` bigint NULL, \`summary\` varchar(200) NOT NULL, \`by\` varchar(100) NOT NULL, \`at\` bigint NOT NULL, PRIMARY KEY (\`locationId\`, \`number\`)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`,
    );
    await runner.query(
      `CREATE TABLE \`suspensions\` (\`locationId\` varchar(64) NOT NULL, \`targetKind\` varchar(64) NOT NULL, \`targetId\` varchar(64) NOT NULL, \`cause\` varchar(64) NOT NULL, \`reason\` varchar(200) NULL, \`until\` bigint NULL, \`since\` bigint NOT NULL, \`by\` varchar(100) NOT NULL, PRIMARY KEY (\`locationId\`, \`targetKind\`, \`targetId\`, \`cause\`)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`,
    );
    await runner.query(
      `CREATE TABLE \`order_counters\` (\`locationId\` varchar(64) NOT NULL, \`businessDate\` varchar(64) NOT NULL, \`lastNumber\` bigint NOT NULL, PRIMARY KEY (\`locationId\`, \`businessDate\`)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`,
    );
    await runner.query(
      `CREATE TABLE \`order_lines\` (\`orderId\` varchar(64) NOT NULL, \`id\` varchar(64) NOT NULL, \`parentId\` varchar(64) NULL, \`position\` bigint NOT NULL, \`kind\` varchar(32) NOT NULL, \`itemId\` varchar(64) NULL, \`variantId\` varchar(64) NULL, \`groupId\` varchar(64) NULL, \`groupKind\` varchar(32) NULL, \`optionId\` varchar(64) NULL, \`name\` text NOT NULL, \`variantName\` text NULL, \`groupName\` text NULL, \`quantity\` bigint NOT NULL, \`unitPriceMinor\` bigint NOT NULL, \`totalMinor\` bigint NOT NULL, \`taxMinor\` bigint NOT NULL, \`taxClass\` varchar(64) NOT NULL, \`stationId\` varchar(64) NULL, \`prepSeconds\` bigint NULL, \`allergens\` text NULL, \`note\` varchar(140) NULL, \`kitchenState\` varchar(32) NOT NULL, PRIMARY KEY (\`orderId\`, \`id\`)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`,
    );
    await runner.query(
      `CREATE TABLE \`orders\` (\`id\` varchar(64) NOT NULL, \`locationId\` varchar(64) NOT NULL, \`number\` bigint NOT NULL, \`businessDate\` varchar(32) NOT NULL, \`version\` bigint NOT NULL, \`state\` varchar(32) NOT NULL, \`paymentState\` varchar(32) NOT NULL, \`source\` varchar(32) NOT NULL, \`placedBy\` varchar(64) NOT NULL, \`externalId\` varchar(100) NULL, \`trackingToken\` varchar(64) NOT NULL, \`fulfilment\` varchar(32) NOT NULL, \`tableId\` varchar(64) NULL, \`tableName\` varchar(100) NULL, \`language\` varchar(32) NOT NULL, \`currency\` varchar(32) NOT NULL, \`taxInclusive\` smallint NOT NULL, \`guestName\` varchar(80) NULL, \`guestPhone\` varchar(32) NULL, \`note\` varchar(500) NULL, \`itemCount\` bigint NOT NULL, \`subtotalMinor\` bigint NOT NULL, \`taxes\` text NOT NULL, \`taxMinor\` bigint NOT NULL, \`tipMinor\` bigint NOT NULL, \`totalMinor\` bigint NOT NULL, \`paidMinor\` bigint NOT NULL, \`menuRevision\` bigint NOT NULL, \`placedAt\` bigint NOT NULL, \`cookingStartedAt\` bigint NULL, \`readyFrom\` bigint NOT NULL, \`readyUntil\` bigint NOT NULL, \`timeline\` text NOT NULL, \`reason\` varchar(200) NULL, \`ticketCount\` bigint NOT NULL, UNIQUE INDEX \`orders_external\` (\`placedBy\`, \`externalId\`), UNIQUE INDEX \`orders_by_number\` (\`locationId\`, \`businessDate\`, \`number\`), INDEX \`orders_by_day\` (\`locationId\`, \`businessDate\`, \`id\`), INDEX \`orders_by_state\` (\`locationId\`, \`state\`, \`id\`), UNIQUE INDEX \`IDX_39846079bcc41df88b6d174335\` (\`trackingToken\`), PRIMARY KEY (\`id\`)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`,
    );
    await runner.query(
      `CREATE TABLE \`payments\` (\`id\` varchar(64) NOT NULL, \`orderId\` varchar(64) NOT NULL, \`method\` varchar(32) NOT NULL, \`amountMinor\` bigint NOT NULL, \`at\` bigint NOT NULL, \`by\` varchar(100) NOT NULL, INDEX \`payments_of_order\` (\`orderId\`, \`id\`), PRIMARY KEY (\`id\`)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`,
    );
    await runner.query(
      `CREATE TABLE \`events\` (\`locationId\` varchar(64) NOT NULL, \`position\` bigint NOT NULL, \`subjectKind\` varchar(32) NOT NULL, \`subjectId\` varchar(64) NOT NULL, \`seq\` bigint NOT NULL, \`type\` varchar(32) NOT NULL, \`actor\` varchar(100) NOT NULL, \`at\` bigint NOT NULL, \`data\` mediumtext NOT NULL, UNIQUE INDEX \`events_subject\` (\`subjectKind\`, \`subjectId\`, \`seq\`), PRIMARY KEY (\`locationId\`, \`position\`)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`,
    );
    await runner.query(
      `CREATE TABLE \`feeds\` (\`locationId\` varchar(64) NOT NULL, \`lastPosition\` bigint NOT NULL, PRIMARY KEY (\`locationId\`)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`,
    );
    await runner.query(
      `CREATE TABLE \`idempotency_keys\` (\`scope\` varchar(64) NOT NULL, \`key\` varchar(255) NOT NULL, \`fingerprint\` varchar(64) NOT NULL, \`status\` bigint NOT NULL, \`headers\` text NOT NULL, \`body\` mediumtext NOT NULL, \`createdAt\` bigint NOT NULL, INDEX \`idempotency_keys_age\` (\`createdAt\`), PRIMARY KEY (\`scope\`, \`key\`)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`,
    );
  }

  /** Data is brought back from a backup, not by undoing a schema. */
  async down(): Promise<void> {
    return Promise.reject(new Error('Restore the backup made before the upgrade.'));
  }
}
