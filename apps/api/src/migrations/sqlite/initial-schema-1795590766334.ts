import type { MigrationInterface, QueryRunner } from 'typeorm';

export class InitialSchema1795590766334 implements MigrationInterface {
  readonly name = 'InitialSchema1795590766334';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "staff_accounts" ("id" varchar(64) PRIMARY KEY NOT NULL, "locationId" varchar(64) NOT NULL, "name" varchar(80) NOT NULL, "email" varchar(254) NOT NULL, "role" varchar(32) NOT NULL, "passwordHash" varchar(255) NOT NULL, "active" smallint NOT NULL, "createdAt" bigint NOT NULL, CONSTRAINT "UQ_2ec5d5e2e0748521c1089ea63c8" UNIQUE ("email"))`,
    );
    await runner.query(
      `CREATE TABLE "staff_sessions" ("secretHash" varchar(64) PRIMARY KEY NOT NULL, "accountId" varchar(64) NOT NULL, "csrfToken" varchar(64) NOT NULL, "createdAt" bigint NOT NULL, "expiresAt" bigint NOT NULL)`,
    );
    await runner.query(`CREATE INDEX "staff_sessions_account" ON "staff_sessions" ("accountId") `);
    await runner.query(`CREATE INDEX "staff_sessions_expiry" ON "staff_sessions" ("expiresAt") `);
    await runner.query(
      `CREATE TABLE "ticket_lines" ("ticketId" varchar(64) NOT NULL, "id" varchar(64) NOT NULL, "orderLineId" varchar(64) NOT NULL, "stationId" varchar(64) NOT NULL, "revision" bigint NOT NULL, "position" bigint NOT NULL, "state" varchar(32) NOT NULL, "quantity" bigint NOT NULL, "name" varchar(200) NOT NULL, "variantName" varchar(200), "modifiers" text NOT NULL, "note" varchar(140), "allergens" text NOT NULL, "startedAt" bigint, "readyAt" bigint, PRIMARY KEY ("ticketId", "id"))`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "ticket_lines_once" ON "ticket_lines" ("orderLineId", "stationId", "revision") `,
    );
    await runner.query(
      `CREATE TABLE "tickets" ("id" varchar(64) PRIMARY KEY NOT NULL, "locationId" varchar(64) NOT NULL, "orderId" varchar(64) NOT NULL, "stationId" varchar(64) NOT NULL, "version" bigint NOT NULL, "state" varchar(32) NOT NULL, "orderNumber" bigint NOT NULL, "businessDate" varchar(32) NOT NULL, "fulfilment" varchar(32) NOT NULL, "tableName" varchar(100), "guestName" varchar(80), "orderNote" varchar(500), "firedAt" bigint NOT NULL, "dueAt" bigint NOT NULL, "startedAt" bigint, "readyAt" bigint, "recalled" smallint NOT NULL)`,
    );
    await runner.query(`CREATE INDEX "tickets_by_state" ON "tickets" ("locationId", "state", "id") `);
    await runner.query(`CREATE UNIQUE INDEX "tickets_once" ON "tickets" ("orderId", "stationId") `);
    await runner.query(
      `CREATE TABLE "dining_tables" ("id" varchar(64) PRIMARY KEY NOT NULL, "locationId" varchar(64) NOT NULL, "name" varchar(100) NOT NULL, "token" varchar(64) NOT NULL, "position" bigint NOT NULL, CONSTRAINT "UQ_416c2d19db5904b65e66cf94aae" UNIQUE ("token"))`,
    );
    await runner.query(`CREATE INDEX "dining_tables_location" ON "dining_tables" ("locationId", "position") `);
    await runner.query(
      `CREATE TABLE "locations" ("id" varchar(64) PRIMARY KEY NOT NULL, "name" varchar(200) NOT NULL, "description" text, "phone" varchar(32), "address" varchar(300), "timezone" varchar(64) NOT NULL, "currency" varchar(32) NOT NULL, "languages" text NOT NULL, "defaultLanguage" varchar(32) NOT NULL, "fulfilmentTypes" text NOT NULL, "taxInclusive" smallint NOT NULL, "openingHours" text NOT NULL, "businessDayCutoffMinute" bigint NOT NULL, "autoAccept" smallint NOT NULL, "orderingPaused" smallint NOT NULL, "orderingPausedUntil" bigint, "seedColour" varchar(32) NOT NULL, "tipPercents" text NOT NULL, "readyMinutes" text NOT NULL, "version" bigint NOT NULL)`,
    );
    await runner.query(
      `CREATE TABLE "stations" ("locationId" varchar(64) NOT NULL, "id" varchar(64) NOT NULL, "name" varchar(100) NOT NULL, "position" bigint NOT NULL, "isDefault" smallint NOT NULL, "dueSoonSeconds" bigint NOT NULL, "lateSeconds" bigint NOT NULL, PRIMARY KEY ("locationId", "id"))`,
    );
    await runner.query(`CREATE INDEX "stations_location" ON "stations" ("locationId", "position") `);
    await runner.query(
      `CREATE TABLE "tax_rules" ("locationId" varchar(64) NOT NULL, "taxClass" varchar(64) NOT NULL, "fulfilment" varchar(64) NOT NULL, "validFrom" varchar(64) NOT NULL, "ratePpm" bigint NOT NULL, PRIMARY KEY ("locationId", "taxClass", "fulfilment", "validFrom"))`,
    );
    await runner.query(
      `CREATE TABLE "countdowns" ("locationId" varchar(64) NOT NULL, "targetKind" varchar(64) NOT NULL, "targetId" varchar(64) NOT NULL, "remaining" bigint NOT NULL, PRIMARY KEY ("locationId", "targetKind", "targetId"))`,
    );
    await runner.query(
      `CREATE TABLE "menu_heads" ("locationId" varchar(64) PRIMARY KEY NOT NULL, "revision" bigint NOT NULL, "availabilityVersion" bigint NOT NULL)`,
    );
    await runner.query(
      `CREATE TABLE "menu_revisions" ("locationId" varchar(64) NOT NULL, "number" bigint NOT NULL, "checksum" varchar(64) NOT NULL, "document" blob NOT NULL, "cause" varchar(32) NOT NULL, "restoredFrom" bigint, "summary" varchar(200) NOT NULL, "by" varchar(100) NOT NULL, "at" bigint NOT NULL, PRIMARY KEY ("locationId", "number"))`,
    );
    await runner.query(
      `CREATE TABLE "suspensions" ("locationId" varchar(64) NOT NULL, "targetKind" varchar(64) NOT NULL, "targetId" varchar(64) NOT NULL, "cause" varchar(64) NOT NULL, "reason" varchar(200), "until" bigint, "since" bigint NOT NULL, "by" varchar(100) NOT NULL, PRIMARY KEY ("locationId", "targetKind", "targetId", "cause"))`,
    );
    await runner.query(
      `CREATE TABLE "order_counters" ("locationId" varchar(64) NOT NULL, "businessDate" varchar(64) NOT NULL, "lastNumber" bigint NOT NULL, PRIMARY KEY ("locationId", "businessDate"))`,
    );
    await runner.query(
      `CREATE TABLE "order_lines" ("orderId" varchar(64) NOT NULL, "id" varchar(64) NOT NULL, "parentId" varchar(64), "position" bigint NOT NULL, "kind" varchar(32) NOT NULL, "itemId" varchar(64), "variantId" varchar(64), "groupId" varchar(64), "groupKind" varchar(32), "optionId" varchar(64), "name" text NOT NULL, "variantName" text, "groupName" text, "quantity" bigint NOT NULL, "unitPriceMinor" bigint NOT NULL, "totalMinor" bigint NOT NULL, "taxMinor" bigint NOT NULL, "taxClass" varchar(64) NOT NULL, "stationId" varchar(64), "prepSeconds" bigint, "allergens" text, "note" varchar(140), "kitchenState" varchar(32) NOT NULL, PRIMARY KEY ("orderId", "id"))`,
    );
    await runner.query(
      `CREATE TABLE "orders" ("id" varchar(64) PRIMARY KEY NOT NULL, "locationId" varchar(64) NOT NULL, "number" bigint NOT NULL, "businessDate" varchar(32) NOT NULL, "version" bigint NOT NULL, "state" varchar(32) NOT NULL, "paymentState" varchar(32) NOT NULL, "source" varchar(32) NOT NULL, "placedBy" varchar(64) NOT NULL, "externalId" varchar(100), "trackingToken" varchar(64) NOT NULL, "fulfilment" varchar(32) NOT NULL, "tableId" varchar(64), "tableName" varchar(100), "language" varchar(32) NOT NULL, "currency" varchar(32) NOT NULL, "taxInclusive" smallint NOT NULL, "guestName" varchar(80), "guestPhone" varchar(32), "note" varchar(500), "itemCount" bigint NOT NULL, "subtotalMinor" bigint NOT NULL, "taxes" text NOT NULL, "taxMinor" bigint NOT NULL, "tipMinor" bigint NOT NULL, "totalMinor" bigint NOT NULL, "paidMinor" bigint NOT NULL, "menuRevision" bigint NOT NULL, "placedAt" bigint NOT NULL, "cookingStartedAt" bigint, "readyFrom" bigint NOT NULL, "readyUntil" bigint NOT NULL, "timeline" text NOT NULL, "reason" varchar(200), "ticketCount" bigint NOT NULL, CONSTRAINT "UQ_39846079bcc41df88b6d1743350" UNIQUE ("trackingToken"))`,
    );
    await runner.query(`CREATE UNIQUE INDEX "orders_external" ON "orders" ("placedBy", "externalId") `);
    await runner.query(`CREATE UNIQUE INDEX "orders_by_number" ON "orders" ("locationId", "businessDate", "number") `);
    await runner.query(`CREATE INDEX "orders_by_day" ON "orders" ("locationId", "businessDate", "id") `);
    await runner.query(`CREATE INDEX "orders_by_state" ON "orders" ("locationId", "state", "id") `);
    await runner.query(
      `CREATE TABLE "payments" ("id" varchar(64) PRIMARY KEY NOT NULL, "orderId" varchar(64) NOT NULL, "method" varchar(32) NOT NULL, "amountMinor" bigint NOT NULL, "at" bigint NOT NULL, "by" varchar(100) NOT NULL)`,
    );
    await runner.query(`CREATE INDEX "payments_of_order" ON "payments" ("orderId", "id") `);
    await runner.query(
      `CREATE TABLE "events" ("locationId" varchar(64) NOT NULL, "position" bigint NOT NULL, "subjectKind" varchar(32) NOT NULL, "subjectId" varchar(64) NOT NULL, "seq" bigint NOT NULL, "type" varchar(32) NOT NULL, "actor" varchar(100) NOT NULL, "at" bigint NOT NULL, "data" text NOT NULL, PRIMARY KEY ("locationId", "position"))`,
    );
    await runner.query(`CREATE UNIQUE INDEX "events_subject" ON "events" ("subjectKind", "subjectId", "seq") `);
    await runner.query(
      `CREATE TABLE "feeds" ("locationId" varchar(64) PRIMARY KEY NOT NULL, "lastPosition" bigint NOT NULL)`,
    );
    await runner.query(
      `CREATE TABLE "idempotency_keys" ("scope" varchar(64) NOT NULL, "key" varchar(255) NOT NULL, "fingerprint" varchar(64) NOT NULL, "status" bigint NOT NULL, "headers" text NOT NULL, "body" text NOT NULL, "createdAt" bigint NOT NULL, PRIMARY KEY ("scope", "key"))`,
    );
    await runner.query(`CREATE INDEX "idempotency_keys_age" ON "idempotency_keys" ("createdAt") `);
  }

  /** Data is brought back from a backup, not by undoing a schema. */
  async down(): Promise<void> {
    return Promise.reject(new Error('Restore the backup made before the upgrade.'));
  }
}
