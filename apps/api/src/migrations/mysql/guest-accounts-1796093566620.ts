import type { MigrationInterface, QueryRunner } from 'typeorm';

export class GuestAccounts1796093566620 implements MigrationInterface {
  readonly name = 'GuestAccounts1796093566620';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE \`guest_accounts\` (\`id\` varchar(64) NOT NULL, \`email\` varchar(254) NOT NULL, \`name\` varchar(80) NULL, \`phone\` varchar(32) NULL, \`language\` varchar(32) NOT NULL, \`diets\` text NOT NULL, \`without\` text NOT NULL, \`createdAt\` bigint NOT NULL, UNIQUE INDEX \`IDX_ce3be6d70fa2dbb1814954b4fc\` (\`email\`), PRIMARY KEY (\`id\`)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`,
    );
    await runner.query(
      `CREATE TABLE \`guest_addresses\` (\`id\` varchar(64) NOT NULL, \`guestId\` varchar(64) NOT NULL, \`label\` varchar(40) NULL, \`address\` text NOT NULL, \`isDefault\` smallint NOT NULL, INDEX \`guest_addresses_guest\` (\`guestId\`, \`id\`), PRIMARY KEY (\`id\`)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`,
    );
    await runner.query(
      `CREATE TABLE \`guest_sessions\` (\`secretHash\` varchar(64) NOT NULL, \`guestId\` varchar(64) NOT NULL, \`csrfToken\` varchar(64) NOT NULL, \`createdAt\` bigint NOT NULL, \`expiresAt\` bigint NOT NULL, INDEX \`guest_sessions_guest\` (\`guestId\`), INDEX \`guest_sessions_expiry\` (\`expiresAt\`), PRIMARY KEY (\`secretHash\`)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`,
    );
    await runner.query(
      `CREATE TABLE \`guest_login_links\` (\`tokenHash\` varchar(64) NOT NULL, \`email\` varchar(254) NOT NULL, \`language\` varchar(32) NOT NULL, \`keepOrder\` varchar(64) NULL, \`expiresAt\` bigint NOT NULL, \`usedAt\` bigint NULL, INDEX \`guest_login_links_of\` (\`email\`), INDEX \`guest_login_links_age\` (\`expiresAt\`), PRIMARY KEY (\`tokenHash\`)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`,
    );
    await runner.query(
      `CREATE TABLE \`guest_orders\` (\`orderId\` varchar(64) NOT NULL, \`guestId\` varchar(64) NOT NULL, \`keptAt\` bigint NOT NULL, INDEX \`guest_orders_guest\` (\`guestId\`, \`orderId\`), PRIMARY KEY (\`orderId\`)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`,
    );
    await runner.query(
      `CREATE TABLE \`guest_passkey_challenges\` (\`challenge\` varchar(64) NOT NULL, \`guestId\` varchar(64) NULL, \`expiresAt\` bigint NOT NULL, INDEX \`guest_passkey_challenges_age\` (\`expiresAt\`), PRIMARY KEY (\`challenge\`)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`,
    );
    await runner.query(
      `CREATE TABLE \`guest_passkeys\` (\`id\` varchar(64) NOT NULL, \`guestId\` varchar(64) NOT NULL, \`credentialId\` varchar(1366) NOT NULL, \`publicKey\` varchar(1366) NOT NULL, \`uses\` bigint NOT NULL, \`name\` varchar(60) NOT NULL, \`createdAt\` bigint NOT NULL, \`lastUsedAt\` bigint NULL, INDEX \`guest_passkeys_guest\` (\`guestId\`), PRIMARY KEY (\`id\`)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`,
    );
    await runner.query(
      `CREATE TABLE \`outbox_letters\` (\`id\` varchar(64) NOT NULL, \`recipient\` varchar(254) NOT NULL, \`subject\` varchar(200) NOT NULL, \`body\` text NOT NULL, \`writtenAt\` bigint NOT NULL, PRIMARY KEY (\`id\`)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`,
    );
  }

  /** Data is brought back from a backup, not by undoing a schema. */
  async down(): Promise<void> {
    return Promise.reject(new Error('Restore the backup made before the upgrade.'));
  }
}
