import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KitchenDay1795616225300 implements MigrationInterface {
  readonly name = 'KitchenDay1795616225300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "ticket_lines_once"`);
    await runner.query(
      `CREATE TABLE "temporary_ticket_lines" ("ticketId" varchar(64) NOT NULL, "id" varchar(64) NOT NULL, "orderLineId" varchar(64) NOT NULL, "stationId" varchar(64) NOT NULL, "revision" bigint NOT NULL, "position" bigint NOT NULL, "state" varchar(32) NOT NULL, "quantity" bigint NOT NULL, "name" varchar(200) NOT NULL, "variantName" varchar(200), "modifiers" text NOT NULL, "note" varchar(140), "allergens" text NOT NULL, "startedAt" bigint, "readyAt" bigint, "itemId" varchar(64), "allergies" text, "course" bigint NOT NULL DEFAULT (1), "prepSeconds" bigint, "firedAt" bigint, "startAt" bigint, "dueAt" bigint, "handedAt" bigint, "bumpedFrom" varchar(32), "refire" text, "replaces" varchar(64), "withdrawal" text, PRIMARY KEY ("ticketId", "id"))`,
    );
    await runner.query(
      `INSERT INTO "temporary_ticket_lines"("id", "ticketId", "orderLineId", "stationId", "revision", "position", "state", "quantity", "name", "variantName", "modifiers", "note", "allergens", "startedAt", "readyAt") SELECT "id", "ticketId", "orderLineId", "stationId", "revision", "position", "state", "quantity", "name", "variantName", "modifiers", "note", "allergens", "startedAt", "readyAt" FROM "ticket_lines"`,
    );
    await runner.query(`DROP TABLE "ticket_lines"`);
    await runner.query(`ALTER TABLE "temporary_ticket_lines" RENAME TO "ticket_lines"`);
    await runner.query(
      `CREATE UNIQUE INDEX "ticket_lines_once" ON "ticket_lines" ("orderLineId", "stationId", "revision") `,
    );
    await runner.query(`DROP INDEX "tickets_once"`);
    await runner.query(`DROP INDEX "tickets_by_state"`);
    await runner.query(
      `CREATE TABLE "temporary_tickets" ("id" varchar(64) PRIMARY KEY NOT NULL, "locationId" varchar(64) NOT NULL, "orderId" varchar(64) NOT NULL, "stationId" varchar(64) NOT NULL, "version" bigint NOT NULL, "state" varchar(32) NOT NULL, "orderNumber" bigint NOT NULL, "businessDate" varchar(32) NOT NULL, "fulfilment" varchar(32) NOT NULL, "tableName" varchar(100), "guestName" varchar(80), "orderNote" varchar(500), "firedAt" bigint NOT NULL, "dueAt" bigint NOT NULL, "startedAt" bigint, "readyAt" bigint, "recalled" smallint NOT NULL, "startAt" bigint NOT NULL DEFAULT (0), "dueSoonAt" bigint NOT NULL DEFAULT (0), "rush" smallint NOT NULL DEFAULT (0), "allergies" text, "allergyAcknowledgedAt" bigint, "allergyAcknowledgedBy" varchar(100), "onBoard" smallint NOT NULL DEFAULT (1), "answerDueAt" bigint)`,
    );
    await runner.query(
      `INSERT INTO "temporary_tickets"("id", "locationId", "orderId", "stationId", "version", "state", "orderNumber", "businessDate", "fulfilment", "tableName", "guestName", "orderNote", "firedAt", "dueAt", "startedAt", "readyAt", "recalled") SELECT "id", "locationId", "orderId", "stationId", "version", "state", "orderNumber", "businessDate", "fulfilment", "tableName", "guestName", "orderNote", "firedAt", "dueAt", "startedAt", "readyAt", "recalled" FROM "tickets"`,
    );
    await runner.query(`DROP TABLE "tickets"`);
    await runner.query(`ALTER TABLE "temporary_tickets" RENAME TO "tickets"`);
    await runner.query(`CREATE UNIQUE INDEX "tickets_once" ON "tickets" ("orderId", "stationId") `);
    await runner.query(`CREATE INDEX "tickets_by_state" ON "tickets" ("locationId", "state", "id") `);
    await runner.query(
      `CREATE TABLE "temporary_locations" ("id" varchar(64) PRIMARY KEY NOT NULL, "name" varchar(200) NOT NULL, "description" text, "phone" varchar(32), "address" varchar(300), "timezone" varchar(64) NOT NULL, "currency" varchar(32) NOT NULL, "languages" text NOT NULL, "defaultLanguage" varchar(32) NOT NULL, "fulfilmentTypes" text NOT NULL, "taxInclusive" smallint NOT NULL, "openingHours" text NOT NULL, "businessDayCutoffMinute" bigint NOT NULL, "autoAccept" smallint NOT NULL, "orderingPaused" smallint NOT NULL, "orderingPausedUntil" bigint, "seedColour" varchar(32) NOT NULL, "tipPercents" text NOT NULL, "readyMinutes" text NOT NULL, "version" bigint NOT NULL, "pacing" smallint NOT NULL DEFAULT (1))`,
    );
    await runner.query(
      `INSERT INTO "temporary_locations"("id", "name", "description", "phone", "address", "timezone", "currency", "languages", "defaultLanguage", "fulfilmentTypes", "taxInclusive", "openingHours", "businessDayCutoffMinute", "autoAccept", "orderingPaused", "orderingPausedUntil", "seedColour", "tipPercents", "readyMinutes", "version") SELECT "id", "name", "description", "phone", "address", "timezone", "currency", "languages", "defaultLanguage", "fulfilmentTypes", "taxInclusive", "openingHours", "businessDayCutoffMinute", "autoAccept", "orderingPaused", "orderingPausedUntil", "seedColour", "tipPercents", "readyMinutes", "version" FROM "locations"`,
    );
    await runner.query(`DROP TABLE "locations"`);
    await runner.query(`ALTER TABLE "temporary_locations" RENAME TO "locations"`);
    await runner.query(
      `CREATE TABLE "temporary_order_lines" ("orderId" varchar(64) NOT NULL, "id" varchar(64) NOT NULL, "parentId" varchar(64), "position" bigint NOT NULL, "kind" varchar(32) NOT NULL, "itemId" varchar(64), "variantId" varchar(64), "groupId" varchar(64), "groupKind" varchar(32), "optionId" varchar(64), "name" text NOT NULL, "variantName" text, "groupName" text, "quantity" bigint NOT NULL, "unitPriceMinor" bigint NOT NULL, "totalMinor" bigint NOT NULL, "taxMinor" bigint NOT NULL, "taxClass" varchar(64) NOT NULL, "stationId" varchar(64), "prepSeconds" bigint, "allergens" text, "note" varchar(140), "kitchenState" varchar(32) NOT NULL, "course" bigint NOT NULL DEFAULT (1), "allergies" text, PRIMARY KEY ("orderId", "id"))`,
    );
    await runner.query(
      `INSERT INTO "temporary_order_lines"("id", "orderId", "parentId", "position", "kind", "itemId", "variantId", "groupId", "groupKind", "optionId", "name", "variantName", "groupName", "quantity", "unitPriceMinor", "totalMinor", "taxMinor", "taxClass", "stationId", "prepSeconds", "allergens", "note", "kitchenState") SELECT "id", "orderId", "parentId", "position", "kind", "itemId", "variantId", "groupId", "groupKind", "optionId", "name", "variantName", "groupName", "quantity", "unitPriceMinor", "totalMinor", "taxMinor", "taxClass", "stationId", "prepSeconds", "allergens", "note", "kitchenState" FROM "order_lines"`,
    );
    await runner.query(`DROP TABLE "order_lines"`);
    await runner.query(`ALTER TABLE "temporary_order_lines" RENAME TO "order_lines"`);
    await runner.query(`DROP INDEX "orders_by_state"`);
    await runner.query(`DROP INDEX "orders_by_day"`);
    await runner.query(`DROP INDEX "orders_by_number"`);
    await runner.query(`DROP INDEX "orders_external"`);
    await runner.query(
      `CREATE TABLE "temporary_orders" ("id" varchar(64) PRIMARY KEY NOT NULL, "locationId" varchar(64) NOT NULL, "number" bigint NOT NULL, "businessDate" varchar(32) NOT NULL, "version" bigint NOT NULL, "state" varchar(32) NOT NULL, "paymentState" varchar(32) NOT NULL, "source" varchar(32) NOT NULL, "placedBy" varchar(64) NOT NULL, "externalId" varchar(100), "trackingToken" varchar(64) NOT NULL, "fulfilment" varchar(32) NOT NULL, "tableId" varchar(64), "tableName" varchar(100), "language" varchar(32) NOT NULL, "currency" varchar(32) NOT NULL, "taxInclusive" smallint NOT NULL, "guestName" varchar(80), "guestPhone" varchar(32), "note" varchar(500), "itemCount" bigint NOT NULL, "subtotalMinor" bigint NOT NULL, "taxes" text NOT NULL, "taxMinor" bigint NOT NULL, "tipMinor" bigint NOT NULL, "totalMinor" bigint NOT NULL, "paidMinor" bigint NOT NULL, "menuRevision" bigint NOT NULL, "placedAt" bigint NOT NULL, "cookingStartedAt" bigint, "readyFrom" bigint NOT NULL, "readyUntil" bigint NOT NULL, "timeline" text NOT NULL, "reason" varchar(200), "ticketCount" bigint NOT NULL, "allergies" text, "rush" smallint NOT NULL DEFAULT (0), "kitchenUnanswered" smallint NOT NULL DEFAULT (0), CONSTRAINT "UQ_39846079bcc41df88b6d1743350" UNIQUE ("trackingToken"))`,
    );
    await runner.query(
      `INSERT INTO "temporary_orders"("id", "locationId", "number", "businessDate", "version", "state", "paymentState", "source", "placedBy", "externalId", "trackingToken", "fulfilment", "tableId", "tableName", "language", "currency", "taxInclusive", "guestName", "guestPhone", "note", "itemCount", "subtotalMinor", "taxes", "taxMinor", "tipMinor", "totalMinor", "paidMinor", "menuRevision", "placedAt", "cookingStartedAt", "readyFrom", "readyUntil", "timeline", "reason", "ticketCount") SELECT "id", "locationId", "number", "businessDate", "version", "state", "paymentState", "source", "placedBy", "externalId", "trackingToken", "fulfilment", "tableId", "tableName", "language", "currency", "taxInclusive", "guestName", "guestPhone", "note", "itemCount", "subtotalMinor", "taxes", "taxMinor", "tipMinor", "totalMinor", "paidMinor", "menuRevision", "placedAt", "cookingStartedAt", "readyFrom", "readyUntil", "timeline", "reason", "ticketCount" FROM "orders"`,
    );
    await runner.query(`DROP TABLE "orders"`);
    await runner.query(`ALTER TABLE "temporary_orders" RENAME TO "orders"`);
    await runner.query(`CREATE INDEX "orders_by_state" ON "orders" ("locationId", "state", "id") `);
    await runner.query(`CREATE INDEX "orders_by_day" ON "orders" ("locationId", "businessDate", "id") `);
    await runner.query(`CREATE UNIQUE INDEX "orders_by_number" ON "orders" ("locationId", "businessDate", "number") `);
    await runner.query(`CREATE UNIQUE INDEX "orders_external" ON "orders" ("placedBy", "externalId") `);
    await runner.query(`CREATE INDEX "tickets_unanswered" ON "tickets" ("answerDueAt") `);
    await runner.query(`CREATE INDEX "tickets_of_day" ON "tickets" ("locationId", "businessDate", "id") `);
    await runner.query(`CREATE INDEX "tickets_open" ON "tickets" ("locationId", "onBoard", "id") `);
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
