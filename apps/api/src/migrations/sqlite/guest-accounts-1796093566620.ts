import type { MigrationInterface, QueryRunner } from 'typeorm';

export class GuestAccounts1796093566620 implements MigrationInterface {
  readonly name = 'GuestAccounts1796093566620';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "guest_accounts" ("id" varchar(64) PRIMARY KEY NOT NULL, "email" varchar(254) NOT NULL, "name" varchar(80), "phone" varchar(32), "language" varchar(32) NOT NULL, "diets" text NOT NULL, "without" text NOT NULL, "createdAt" bigint NOT NULL, CONSTRAINT "UQ_ce3be6d70fa2dbb1814954b4fcf" UNIQUE ("email"))`,
    );
    await runner.query(
      `CREATE TABLE "guest_addresses" ("id" varchar(64) PRIMARY KEY NOT NULL, "guestId" varchar(64) NOT NULL, "label" varchar(40), "address" text NOT NULL, "isDefault" smallint NOT NULL)`,
    );
    await runner.query(`CREATE INDEX "guest_addresses_guest" ON "guest_addresses" ("guestId", "id") `);
    await runner.query(
      `CREATE TABLE "guest_sessions" ("secretHash" varchar(64) PRIMARY KEY NOT NULL, "guestId" varchar(64) NOT NULL, "csrfToken" varchar(64) NOT NULL, "createdAt" bigint NOT NULL, "expiresAt" bigint NOT NULL)`,
    );
    await runner.query(`CREATE INDEX "guest_sessions_guest" ON "guest_sessions" ("guestId") `);
    await runner.query(`CREATE INDEX "guest_sessions_expiry" ON "guest_sessions" ("expiresAt") `);
    await runner.query(
      `CREATE TABLE "guest_login_links" ("tokenHash" varchar(64) PRIMARY KEY NOT NULL, "email" varchar(254) NOT NULL, "language" varchar(32) NOT NULL, "keepOrder" varchar(64), "expiresAt" bigint NOT NULL, "usedAt" bigint)`,
    );
    await runner.query(`CREATE INDEX "guest_login_links_of" ON "guest_login_links" ("email") `);
    await runner.query(`CREATE INDEX "guest_login_links_age" ON "guest_login_links" ("expiresAt") `);
    await runner.query(
      `CREATE TABLE "guest_orders" ("orderId" varchar(64) PRIMARY KEY NOT NULL, "guestId" varchar(64) NOT NULL, "keptAt" bigint NOT NULL)`,
    );
    await runner.query(`CREATE INDEX "guest_orders_guest" ON "guest_orders" ("guestId", "orderId") `);
    await runner.query(
      `CREATE TABLE "guest_passkey_challenges" ("challenge" varchar(64) PRIMARY KEY NOT NULL, "guestId" varchar(64), "expiresAt" bigint NOT NULL)`,
    );
    await runner.query(`CREATE INDEX "guest_passkey_challenges_age" ON "guest_passkey_challenges" ("expiresAt") `);
    await runner.query(
      `CREATE TABLE "guest_passkeys" ("id" varchar(64) PRIMARY KEY NOT NULL, "guestId" varchar(64) NOT NULL, "credentialId" varchar(1366) NOT NULL, "publicKey" varchar(1366) NOT NULL, "uses" bigint NOT NULL, "name" varchar(60) NOT NULL, "createdAt" bigint NOT NULL, "lastUsedAt" bigint)`,
    );
    await runner.query(`CREATE INDEX "guest_passkeys_guest" ON "guest_passkeys" ("guestId") `);
    await runner.query(
      `CREATE TABLE "outbox_letters" ("id" varchar(64) PRIMARY KEY NOT NULL, "recipient" varchar(254) NOT NULL, "subject" varchar(200) NOT NULL, "body" text NOT NULL, "writtenAt" bigint NOT NULL)`,
    );
  }

  /** Data is brought back from a backup, not by undoing a schema. */
  async down(): Promise<void> {
    return Promise.reject(new Error('Restore the backup made before the upgrade.'));
  }
}
