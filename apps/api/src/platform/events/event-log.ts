import { Injectable } from '@nestjs/common';
import type { EventType, SubjectKind } from '@comanda/shared';
import { Clock } from '../clock/index.js';
import { DIALECT, Tx } from '../database/index.js';
import { EventEntity } from './event.entity.js';
import { FeedNews } from './feed-news.js';

export interface Fact {
  readonly locationId: string;
  readonly subject: { readonly kind: SubjectKind; readonly id: string };
  /** Gapless per subject, from 1. The caller holds the subject's lock. */
  readonly seq: number;
  readonly type: EventType;
  readonly actor: string;
  readonly data: Record<string, unknown>;
}

/** The append-only log: audit trail, timeline and source of every live screen. */
@Injectable()
export class EventLog {
  readonly #pending = new WeakMap<Tx, (Fact & { at: number })[]>();

  constructor(
    private readonly clock: Clock,
    private readonly news: FeedNews,
  ) {}

  /** Records a fact; it is written at the end of the transaction, and live screens hear of it after the commit. */
  append(tx: Tx, fact: Fact): void {
    const waiting = this.#pending.get(tx);
    const stamped = { ...fact, at: this.clock.now() };
    if (waiting) {
      waiting.push(stamped);
      return;
    }
    const facts = [stamped];
    this.#pending.set(tx, facts);
    tx.beforeCommit(() => this.#write(tx, facts));
    tx.afterCommit(() => {
      for (const locationId of new Set(facts.map((each) => each.locationId))) this.news.announce(locationId);
    });
  }

  async #write(tx: Tx, facts: readonly (Fact & { at: number })[]): Promise<void> {
    const byLocation = [...Map.groupBy(facts, ({ locationId }) => locationId)].sort(([a], [b]) => (a < b ? -1 : 1));
    const last = await lastPositions(
      tx,
      byLocation.map(([locationId, own]) => ({ locationId, count: own.length })),
    );
    const rows = byLocation.flatMap(([, own]) =>
      own.map(({ subject, ...fact }, index) => ({
        ...fact,
        position: own.length - 1 - index,
        subjectKind: subject.kind,
        subjectId: subject.id,
      })),
    );
    const position = ({ locationId, position: before }: EventEntity): string =>
      `${last.get(locationId) ?? ''} - ${String(before)}`;
    tx.write(...tx.table(EventEntity).insert(rows, { position }));
  }
}

interface Taking {
  readonly locationId: string;
  readonly count: number;
}

/** Takes positions from the feeds, whose rows stay locked until the commit. Gives the last of each, as SQL. */
async function lastPositions(tx: Tx, takings: readonly Taking[]): Promise<Map<string, string>> {
  if (DIALECT === 'mysql') return keptPositions(tx, takings);
  const sql =
    'INSERT INTO feeds (locationId, lastPosition) VALUES (?, ?) ' +
    'ON CONFLICT (locationId) DO UPDATE SET lastPosition = lastPosition + excluded.lastPosition';
  const read = 'SELECT lastPosition FROM feeds WHERE locationId = ?';
  const results = await tx.send(
    takings.flatMap(({ locationId, count }) => [
      { sql, values: [locationId, count] },
      { sql: read, values: [locationId] },
    ]),
  );
  return new Map(takings.map(({ locationId }, at) => [locationId, String(results[at * 2 + 1]?.[0]?.['lastPosition'])]));
}

/** MySQL keeps them for the statements that come after, which saves the round trip of asking for them. */
function keptPositions(tx: Tx, takings: readonly Taking[]): Map<string, string> {
  const [only] = takings;
  if (only && takings.length === 1) {
    const sql =
      'INSERT INTO feeds (locationId, lastPosition) VALUES (?, LAST_INSERT_ID(?)) ' +
      'ON DUPLICATE KEY UPDATE lastPosition = LAST_INSERT_ID(lastPosition + ?)';
    tx.write({ sql, values: [only.locationId, only.count, only.count] });
    return new Map([[only.locationId, 'LAST_INSERT_ID()']]);
  }
  const ids = takings.map(({ locationId }) => locationId);
  const marks = (mark: string): string => takings.map(() => mark).join(', ');
  const take =
    `INSERT INTO feeds (locationId, lastPosition) VALUES ${marks('(?, ?)')} ` +
    'ON DUPLICATE KEY UPDATE lastPosition = lastPosition + VALUES(lastPosition)';
  const names = takings.map((_, at) => `@feed${String(at)}`);
  const keep =
    `SELECT ${marks('MAX(IF(locationId = ?, lastPosition, NULL))')} FROM feeds WHERE locationId IN (${marks('?')}) ` +
    `INTO ${names.join(', ')}`;
  tx.write(
    { sql: take, values: takings.flatMap(({ locationId, count }) => [locationId, count]) },
    { sql: keep, values: [...ids, ...ids] },
  );
  return new Map(ids.map((locationId, at) => [locationId, names[at] ?? '']));
}
