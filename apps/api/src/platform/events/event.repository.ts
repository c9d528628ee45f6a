import { Injectable } from '@nestjs/common';
import type { EventType, EventView, SubjectKind } from '@comanda/shared';
import { toInstant } from '../clock/index.js';
import { AskedTogether, Database, sendTogether, Table } from '../database/index.js';
import { EventEntity } from './event.entity.js';

/** Reads the log: by location from a position on, or by subject. */
@Injectable()
export class EventReader {
  /** Many screens ask at the same moment, and each before it reads anything else. */
  readonly #positions = new AskedTogether((locationIds) => this.#positionsOf(locationIds));

  constructor(private readonly database: Database) {}

  /** The last position of the location's feed; 0 when nothing has happened yet. */
  async position(locationId: string): Promise<number> {
    return (await this.findPosition(locationId)) ?? 0;
  }

  /** The same, or null when there is no such feed: the location does not exist, or nothing has happened there yet. */
  findPosition(locationId: string): Promise<number | null> {
    return this.#positions.find(locationId);
  }

  async #positionsOf(locationIds: readonly string[]): Promise<Map<string, number>> {
    const marks = locationIds.map(() => '?').join(', ');
    const sql = `SELECT locationId, lastPosition FROM feeds WHERE locationId IN (${marks})`;
    const [rows = []] = await sendTogether(this.database.reader, [{ sql, values: locationIds }]);
    return new Map(rows.map((feed) => [String(feed['locationId']), Number(feed['lastPosition'])]));
  }

  async listAfter(locationId: string, position: number, limit: number): Promise<EventView[]> {
    const rest = `locationId = ? AND position > ? ORDER BY position LIMIT ${String(limit)}`;
    return this.#select(rest, [locationId, position]);
  }

  async listOfSubject(kind: SubjectKind, id: string, afterSeq = 0): Promise<EventView[]> {
    return this.#select('subjectKind = ? AND subjectId = ? AND seq > ? ORDER BY seq', [kind, id, afterSeq]);
  }

  async #select(rest: string, values: readonly unknown[]): Promise<EventView[]> {
    const table = Table.of(this.database.reader, EventEntity);
    const [rows = []] = await sendTogether(this.database.reader, [table.select(rest, values)]);
    return rows.map((row) => toEventView(table.read(row)));
  }
}

function toEventView(row: EventEntity): EventView {
  return {
    position: row.position,
    type: row.type as EventType,
    subject: { kind: row.subjectKind as SubjectKind, id: row.subjectId },
    seq: row.seq,
    at: toInstant(row.at),
    actor: row.actor,
    data: row.data as Record<string, unknown>,
  };
}
