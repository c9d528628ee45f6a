import { Injectable } from '@nestjs/common';
import type { SuspensionView, Target } from '@comanda/shared';
import { Clock } from '../platform/clock/index.js';
import type { Statement, Tx } from '../platform/database/index.js';
import { AvailabilityVersion } from './availability-version.js';
import { SuspensionEntity } from './suspension.entity.js';

/** Something that cannot be made for want of ingredients; the reason names them, for people. */
export interface Lack {
  readonly target: Target;
  readonly reason: string;
}

const CAUSE = 'ingredient';

/** What is off sale because an ingredient has run out. */
@Injectable()
export class IngredientSuspensions {
  constructor(
    private readonly versions: AvailabilityVersion,
    private readonly clock: Clock,
  ) {}

  /** Makes others who change the availability of the location wait for the end of this transaction. */
  async lock(tx: Tx, locationId: string): Promise<void> {
    await this.versions.lock(tx, locationId);
  }

  /** From now on exactly this is off sale for want of ingredients; call {@link lock} first. Told in one event. */
  async keep(tx: Tx, locationId: string, lacks: readonly Lack[]): Promise<void> {
    const rows = await tx.manager.findBy(SuspensionEntity, { locationId, cause: CAUSE });
    const before = new Map(rows.map((row) => [`${row.targetKind} ${row.targetId}`, row]));
    const after = new Set(lacks.map(({ target }) => keyOf(target)));
    const suspended = lacks.filter(({ target, reason }) => before.get(keyOf(target))?.reason !== reason);
    const lifted = [...before].filter(([key]) => !after.has(key)).map(([, row]) => row);
    if (suspended.length + lifted.length === 0) return;
    const key = ['locationId', 'targetKind', 'targetId', 'cause'] as const;
    const fresh = this.rows(locationId, suspended).map((row) => ({ ...row, since: sinceOf(before, row) }));
    await tx.send([...lifted.map(removal), ...tx.table(SuspensionEntity).upsert(fresh, key, ['reason'])]);
    await this.versions.advance(tx, locationId, 'system', {
      cause: CAUSE,
      suspended: suspended.map(toFact),
      lifted: lifted.map(({ targetKind: kind, targetId: id }) => ({ kind, id })),
    });
  }

  /** The rows that take something off sale from now on. */
  rows(locationId: string, lacks: readonly Lack[]): SuspensionEntity[] {
    const since = this.clock.now();
    return lacks.map(({ target, reason }) => ({
      locationId,
      targetKind: target.kind,
      targetId: target.id,
      cause: CAUSE,
      reason,
      until: null,
      since,
      by: 'system',
    }));
  }
}

function removal({ locationId, targetKind, targetId, cause }: SuspensionEntity): Statement {
  const sql = 'DELETE FROM suspensions WHERE locationId = ? AND targetKind = ? AND targetId = ? AND cause = ?';
  return { sql, values: [locationId, targetKind, targetId, cause] };
}

/** What an event tells of it. */
export function toFact({ target, reason }: Lack): Target & { readonly reason: string } {
  return { ...target, reason };
}

/** True when the target is off sale already for want of an ingredient. */
export function isLacking(suspensions: readonly SuspensionView[], { kind, id }: Target): boolean {
  return suspensions.some(
    ({ cause, targetKind, targetId }) => cause === CAUSE && targetKind === kind && targetId === id,
  );
}

function keyOf({ kind, id }: Target): string {
  return `${kind} ${id}`;
}

function sinceOf(before: ReadonlyMap<string, SuspensionEntity>, row: SuspensionEntity): number {
  return before.get(`${row.targetKind} ${row.targetId}`)?.since ?? row.since;
}
