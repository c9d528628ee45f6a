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
    for (const [locationId, own] of byLocation) {
      const last = await lastPosition(tx, locationId, own.length);
      const rows = own.map(({ subject, ...fact }, index) => ({
        ...fact,
        position: own.length - 1 - index,
        subjectKind: subject.kind,
        subjectId: subject.id,
      }));
      tx.write(...tx.table(EventEntity).insert(rows, { position: `${last} - ?` }));
    }
  }
}

/** Takes positions from the feed, whose row stays locked until the commit. Gives the last of them, as SQL. */
async function lastPosition(tx: Tx, locationId: string, count: number): Promise<string> {
  if (DIALECT === 'mysql') {
    // The number that the statement keeps for LAST_INSERT_ID() saves the round trip of asking for it.
    const sql =
      'INSERT INTO feeds (locationId, lastPosition) VALUES (?, LAST_INSERT_ID(?)) ' +
      'ON DUPLICATE KEY UPDATE lastPosition = LAST_INSERT_ID(lastPosition + ?)';
    tx.write({ sql, values: [locationId, count, count] });
    return 'LAST_INSERT_ID()';
  }
  const sql =
    'INSERT INTO feeds (locationId, lastPosition) VALUES (?, ?) ' +
    'ON CONFLICT (locationId) DO UPDATE SET lastPosition = lastPosition + ?';
  const read = { sql: 'SELECT lastPosition FROM feeds WHERE locationId = ?', values: [locationId] };
  const [, rows] = await tx.send([{ sql, values: [locationId, count, count] }, read]);
  return String(rows?.[0]?.['lastPosition']);
}
