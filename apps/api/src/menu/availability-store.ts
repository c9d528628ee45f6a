import { Injectable } from '@nestjs/common';
import type { AvailabilityView, CountdownView, SuspendableKind, SuspensionCause } from '@comanda/shared';
import { In, Not } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Clock } from '../platform/clock/index.js';
import { Database } from '../platform/database/index.js';
import type { Tx } from '../platform/database/index.js';
import { AvailabilityVersion } from './availability-version.js';
import { CountdownEntity } from './countdown.entity.js';
import { MenuHeadEntity } from './menu-head.entity.js';
import { portionsOf } from './portions.js';
import type { Portions } from './portions.js';
import { SuspensionEntity } from './suspension.entity.js';
import { toSuspensionView } from './suspension.view.js';

export interface Suspension {
  readonly reason?: string;
  readonly untilMs?: number;
}

interface Known {
  readonly version: number;
  readonly suspensions: readonly SuspensionEntity[];
  readonly countdowns: readonly CountdownEntity[];
}

/**
 * What is off sale or counted at a location, apart from the menu because it changes by the minute. Whoever changes it holds
 * the location's {@link AvailabilityVersion}, so that nobody else does.
 */
@Injectable()
export class AvailabilityStore {
  readonly #known = new Map<string, Known>();

  constructor(
    private readonly database: Database,
    private readonly versions: AvailabilityVersion,
    private readonly clock: Clock,
  ) {}

  /** What holds now; in a transaction pass its manager. */
  async current(locationId: string, manager?: EntityManager): Promise<AvailabilityView> {
    const { version, suspensions, countdowns } = await this.#load(locationId, manager);
    const now = this.clock.now();
    return {
      version,
      suspensions: suspensions.filter(({ until }) => until === null || until > now).map(toSuspensionView),
      countdowns: countdowns.map(toCountdownView),
    };
  }

  /** Takes something off sale by hand; saying it again replaces reason and end. */
  async suspend(
    tx: Tx,
    locationId: string,
    target: { readonly kind: SuspendableKind; readonly id: string },
    suspension: Suspension,
    by: string,
  ): Promise<void> {
    await this.versions.lock(tx, locationId);
    const key = { locationId, targetKind: target.kind, targetId: target.id, cause: 'manual' } as const;
    const { reason = null, untilMs: until = null } = suspension;
    await tx.manager.upsert(SuspensionEntity, { ...key, reason, until, since: this.clock.now(), by }, [
      'locationId',
      'targetKind',
      'targetId',
      'cause',
    ]);
    await this.versions.advance(tx, locationId, by, { suspended: [target] });
  }

  /** Puts something back on sale: the hand's suspension and the countdown's. What lacks an ingredient stays off. */
  async lift(
    tx: Tx,
    locationId: string,
    target: { readonly kind: SuspendableKind; readonly id: string },
    by: string,
  ): Promise<void> {
    await this.versions.lock(tx, locationId);
    const key = { locationId, targetKind: target.kind, targetId: target.id };
    const cause = Not<SuspensionCause>('ingredient');
    const { affected } = await tx.manager.delete(SuspensionEntity, { ...key, cause });
    if (target.kind !== 'option') {
      const sold = { locationId, targetKind: target.kind, targetId: target.id, remaining: 0 };
      await tx.manager.delete(CountdownEntity, sold);
    }
    if (affected) await this.versions.advance(tx, locationId, by, { lifted: [target] });
  }

  /** Counts portions from now on; 0 takes it off sale, more puts it back unless a person took it off. */
  async setCountdown(tx: Tx, locationId: string, target: Countable, remaining: number, by: string): Promise<void> {
    await this.versions.lock(tx, locationId);
    await tx.manager.upsert(CountdownEntity, { ...targetOf(locationId, target), remaining }, [
      'locationId',
      'targetKind',
      'targetId',
    ]);
    if (remaining === 0) await this.#sellOut(tx, locationId, target);
    else await this.#restock(tx, locationId, target);
    await this.versions.advance(tx, locationId, by, { counted: [{ ...target, remaining }] });
  }

  async clearCountdown(tx: Tx, locationId: string, target: Countable, by: string): Promise<void> {
    await this.versions.lock(tx, locationId);
    const { affected } = await tx.manager.delete(CountdownEntity, targetOf(locationId, target));
    await this.#restock(tx, locationId, target);
    if (affected) await this.versions.advance(tx, locationId, by, { uncounted: [target] });
  }

  /** Gives back the portions of an order that is not cooked; never lifts a person's suspension. */
  async release(tx: Tx, locationId: string, given: readonly Portions[]): Promise<void> {
    if (given.length === 0) return;
    await this.versions.lock(tx, locationId);
    const counted = await this.#counted(tx, locationId, given);
    for (const portions of counted) {
      await tx.manager.increment(CountdownEntity, targetOf(locationId, portions), 'remaining', portions.quantity);
      await this.#restock(tx, locationId, portions);
    }
    await this.#recordLeft(tx, locationId, counted);
  }

  /** Of the portions those that are counted, merged. */
  async #counted(tx: Tx, locationId: string, list: readonly Portions[]): Promise<Portions[]> {
    const merged = portionsOf(list);
    const rows = await tx.manager.findBy(CountdownEntity, { locationId, targetId: In(merged.map(({ id }) => id)) });
    return merged.filter(({ kind, id }) => rows.some((row) => row.targetKind === kind && row.targetId === id));
  }

  async #recordLeft(tx: Tx, locationId: string, counted: readonly Portions[]): Promise<void> {
    if (counted.length === 0) return;
    const left = [];
    for (const { kind, id } of counted) {
      const row = await tx.manager.findOneBy(CountdownEntity, targetOf(locationId, { kind, id }));
      if (row?.remaining === 0) await this.#sellOut(tx, locationId, { kind, id });
      if (row) left.push({ kind, id, remaining: row.remaining });
    }
    await this.versions.advance(tx, locationId, 'system', { counted: left });
  }

  async #sellOut(tx: Tx, locationId: string, target: Countable): Promise<void> {
    await tx.manager.upsert(
      SuspensionEntity,
      {
        ...targetOf(locationId, target),
        cause: 'countdown',
        reason: null,
        until: null,
        since: this.clock.now(),
        by: 'system',
      },
      ['locationId', 'targetKind', 'targetId', 'cause'],
    );
  }

  async #restock(tx: Tx, locationId: string, target: Countable): Promise<void> {
    await tx.manager.delete(SuspensionEntity, { ...targetOf(locationId, target), cause: 'countdown' });
  }

  async #load(locationId: string, manager: EntityManager = this.database.reader): Promise<Known> {
    const head = await manager.findOneBy(MenuHeadEntity, { locationId });
    const version = head?.availabilityVersion ?? 0;
    const known = this.#known.get(locationId);
    if (known?.version === version) return known;
    const order = { targetKind: 'ASC', targetId: 'ASC' } as const;
    const suspensions = await manager.find(SuspensionEntity, { where: { locationId }, order });
    const countdowns = await manager.find(CountdownEntity, { where: { locationId }, order });
    const read = { version, suspensions, countdowns };
    // A transaction may see its own changes, which could still be rolled back.
    if (manager === this.database.reader) this.#known.set(locationId, read);
    return read;
  }
}

type Countable = Pick<Portions, 'kind' | 'id'>;

function targetOf(
  locationId: string,
  { kind, id }: Countable,
): Pick<CountdownEntity, 'locationId' | 'targetKind' | 'targetId'> {
  return { locationId, targetKind: kind, targetId: id };
}

function toCountdownView({ targetKind, targetId, remaining }: CountdownEntity): CountdownView {
  return { targetKind, targetId, remaining };
}
