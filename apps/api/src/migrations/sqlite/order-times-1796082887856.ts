import type { MigrationInterface, QueryRunner } from 'typeorm';

export class OrderTimes1796082887856 implements MigrationInterface {
  readonly name = 'OrderTimes1796082887856';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "temporary_locations" ("id" varchar(64) PRIMARY KEY NOT NULL, "name" varchar(200) NOT NULL, "description" text, "phone" varchar(32), "address" varchar(300), "timezone" varchar(64) NOT NULL, "currency" varchar(32) NOT NULL, "languages" text NOT NULL, "defaultLanguage" varchar(32) NOT NULL, "fulfilmentTypes" text NOT NULL, "taxInclusive" smallint NOT NULL, "openingHours" text NOT NULL, "businessDayCutoffMinute" bigint NOT NULL, "autoAccept" smallint NOT NULL, "orderingPaused" smallint NOT NULL, "orderingPausedUntil" bigint, "seedColour" varchar(32) NOT NULL, "tipPercents" text NOT NULL, "readyMinutes" text NOT NULL, "version" bigint NOT NULL, "pacing" smallint NOT NULL DEFAULT (1), "slots" text, "deliveryZones" text)`,
    );
    await runner.query(
      `INSERT INTO "temporary_locations"("id", "name", "description", "phone", "address", "timezone", "currency", "languages", "defaultLanguage", "fulfilmentTypes", "taxInclusive", "openingHours", "businessDayCutoffMinute", "autoAccept", "orderingPaused", "orderingPausedUntil", "seedColour", "tipPercents", "readyMinutes", "version", "pacing") SELECT "id", "name", "description", "phone", "address", "timezone", "currency", "languages", "defaultLanguage", "fulfilmentTypes", "taxInclusive", "openingHours", "businessDayCutoffMinute", "autoAccept", "orderingPaused", "orderingPausedUntil", "seedColour", "tipPercents", "readyMinutes", "version", "pacing" FROM "locations"`,
    );
    await runner.query(`DROP TABLE "locations"`);
    await runner.query(`ALTER TABLE "temporary_locations" RENAME TO "locations"`);
    await runner.query(`DROP INDEX "orders_external"`);
    await runner.query(`DROP INDEX "orders_by_number"`);
    await runner.query(`DROP INDEX "orders_by_day"`);
    await runner.query(`DROP INDEX "orders_by_state"`);
    await runner.query(
      `CREATE TABLE "temporary_orders" ("id" varchar(64) PRIMARY KEY NOT NULL, "locationId" varchar(64) NOT NULL, "number" bigint NOT NULL, "businessDate" varchar(32) NOT NULL, "version" bigint NOT NULL, "state" varchar(32) NOT NULL, "paymentState" varchar(32) NOT NULL, "source" varchar(32) NOT NULL, "placedBy" varchar(64) NOT NULL, "externalId" varchar(100), "trackingToken" varchar(64) NOT NULL, "fulfilment" varchar(32) NOT NULL, "tableId" varchar(64), "tableName" varchar(100), "language" varchar(32) NOT NULL, "currency" varchar(32) NOT NULL, "taxInclusive" smallint NOT NULL, "guestName" varchar(80), "guestPhone" varchar(32), "note" varchar(500), "itemCount" bigint NOT NULL, "subtotalMinor" bigint NOT NULL, "taxes" text NOT NULL, "taxMinor" bigint NOT NULL, "tipMinor" bigint NOT NULL, "totalMinor" bigint NOT NULL, "paidMinor" bigint NOT NULL, "menuRevision" bigint NOT NULL, "placedAt" bigint NOT NULL, "cookingStartedAt" bigint, "readyFrom" bigint NOT NULL, "readyUntil" bigint NOT NULL, "timeline" text NOT NULL, "reason" varchar(200), "ticketCount" bigint NOT NULL, "allergies" text, "rush" smallint NOT NULL DEFAULT (0), "kitchenUnanswered" smallint NOT NULL DEFAULT (0), "address" text, "requestedFor" bigint, "dueAt" bigint, "fees" text, CONSTRAINT "UQ_39846079bcc41df88b6d1743350" UNIQUE ("trackingToken"))`,
    );
    await runner.query(
      `INSERT INTO "temporary_orders"("id", "locationId", "number", "businessDate", "version", "state", "paymentState", "source", "placedBy", "externalId", "trackingToken", "fulfilment", "tableId", "tableName", "language", "currency", "taxInclusive", "guestName", "guestPhone", "note", "itemCount", "subtotalMinor", "taxes", "taxMinor", "tipMinor", "totalMinor", "paidMinor", "menuRevision", "placedAt", "cookingStartedAt", "readyFrom", "readyUntil", "timeline", "reason", "ticketCount", "allergies", "rush", "kitchenUnanswered") SELECT "id", "locationId", "number", "businessDate", "version", "state", "paymentState", "source", "placedBy", "externalId", "trackingToken", "fulfilment", "tableId", "tableName", "language", "currency", "taxInclusive", "guestName", "guestPhone", "note", "itemCount", "subtotalMinor", "taxes", "taxMinor", "tipMinor", "totalMinor", "paidMinor", "menuRevision", "placedAt", "cookingStartedAt", "readyFrom", "readyUntil", "timeline", "reason", "ticketCount", "allergies", "rush", "kitchenUnanswered" FROM "orders"`,
    );
    await runner.query(`DROP TABLE "orders"`);
    await runner.query(`ALTER TABLE "temporary_orders" RENAME TO "orders"`);
    await runner.query(`CREATE UNIQUE INDEX "orders_external" ON "orders" ("placedBy", "externalId") `);
    await runner.query(`CREATE UNIQUE INDEX "orders_by_number" ON "orders" ("locationId", "businessDate", "number") `);
    await runner.query(`CREATE INDEX "orders_by_day" ON "orders" ("locationId", "businessDate", "id") `);
    await runner.query(`CREATE INDEX "orders_by_state" ON "orders" ("locationId", "state", "id") `);
    await runner.query(`CREATE INDEX "orders_by_slot" ON "orders" ("locationId", "requestedFor") `);
  }

  /** Data is brought back from a backup, not by undoing a schema. */
  async down(): Promise<void> {
    return Promise.reject(new Error('Restore the backup made before the upgrade.'));
  }
}
