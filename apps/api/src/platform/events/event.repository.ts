import { Injectable } from '@nestjs/common';
import type { EventType, EventView, SubjectKind } from '@comanda/shared';
import { MoreThan } from 'typeorm';
import { Database } from '../database/index.js';
import { EventEntity } from './event.entity.js';
import { FeedEntity } from './feed.entity.js';

/** Reads the log: by location from a position on, or by subject. */
@Injectable()
export class EventReader {
  constructor(private readonly database: Database) {}

  /** The last position of the location's feed; 0 when nothing has happened yet. */
  async position(locationId: string): Promise<number> {
    return (await this.findPosition(locationId)) ?? 0;
  }

  /** The same, or null when there is no such feed: the location does not exist, or nothing has happened there yet. */
  async findPosition(locationId: string): Promise<number | null> {
    const feed = await this.database.reader.findOneBy(FeedEntity, { locationId });
    return feed?.lastPosition ?? null;
  }

  async listAfter(locationId: string, position: number, limit: number): Promise<EventView[]> {
    const rows = await this.database.reader.find(EventEntity, {
      where: { locationId, position: MoreThan(position) },
      order: { position: 'ASC' },
      take: limit,
    });
    return rows.map(toEventView);
  }

  async listOfSubject(kind: SubjectKind, id: string, afterSeq = 0): Promise<EventView[]> {
    const rows = await this.database.reader.find(EventEntity, {
      where: { subjectKind: kind, subjectId: id, seq: MoreThan(afterSeq) },
      order: { seq: 'ASC' },
    });
    return rows.map(toEventView);
  }
}

function toEventView(row: EventEntity): EventView {
  return {
    position: row.position,
    type: row.type as EventType,
    subject: { kind: row.subjectKind as SubjectKind, id: row.subjectId },
    seq: row.seq,
    at: new Date(row.at).toISOString(),
    actor: row.actor,
    data: row.data as Record<string, unknown>,
  };
}
