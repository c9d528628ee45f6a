import { Injectable } from '@nestjs/common';
import type { EventType, SubjectKind } from '@comanda/shared';
import { Clock } from '../clock/index.js';
import { Tx } from '../database/index.js';
import { EventEntity } from './event.entity.js';
import { FeedNews } from './feed-news.js';
import { FeedEntity } from './feed.entity.js';

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
    const locations = [...new Set(facts.map((fact) => fact.locationId))].sort();
    for (const locationId of locations) {
      const own = facts.filter((fact) => fact.locationId === locationId);
      const last = await this.#takePositions(tx, locationId, own.length);
      const rows = own.map((fact, index) => ({
        locationId,
        position: last - own.length + 1 + index,
        subjectKind: fact.subject.kind,
        subjectId: fact.subject.id,
        seq: fact.seq,
        type: fact.type,
        actor: fact.actor,
        at: fact.at,
        data: fact.data,
      }));
      await tx.manager.createQueryBuilder().insert().into(EventEntity).values(rows).updateEntity(false).execute();
    }
  }

  async #takePositions(tx: Tx, locationId: string, count: number): Promise<number> {
    const feeds = tx.manager.getRepository(FeedEntity);
    const { affected } = await feeds.increment({ locationId }, 'lastPosition', count);
    if (!affected) {
      // The first facts of a location: rivals may both come here, and one of them makes the row.
      await feeds.createQueryBuilder().insert().values({ locationId, lastPosition: 0 }).orIgnore().execute();
      await feeds.increment({ locationId }, 'lastPosition', count);
    }
    return (await feeds.findOneByOrFail({ locationId })).lastPosition;
  }
}
