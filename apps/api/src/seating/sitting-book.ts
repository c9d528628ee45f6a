import { Injectable } from '@nestjs/common';
import type { EventType, SittingFact } from '@comanda/shared';
import type { DiningTable } from '../locations/index.js';
import { Clock, newId } from '../platform/clock/index.js';
import type { Tx } from '../platform/database/index.js';
import { EventLog } from '../platform/events/index.js';
import { DomainError } from '../platform/http/index.js';
import type { Sitting } from './sitting.js';
import { SittingRepository } from './sitting.repository.js';

/** What the caller takes a sitting for. */
export interface ExpectedSitting {
  readonly locationId: string;
  readonly version?: number;
}

interface Told {
  readonly type: EventType;
  readonly actor: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** The one way to change a sitting: lock it, record the facts, save it. */
@Injectable()
export class SittingBook {
  constructor(
    private readonly repository: SittingRepository,
    private readonly log: EventLog,
    private readonly clock: Clock,
  ) {}

  /** Throws `not_found`, also for another location's, and `version_mismatch`. */
  async lock(tx: Tx, id: string, { locationId, version }: ExpectedSitting): Promise<Sitting> {
    const [sitting] = await this.repository.lock(tx, [id]);
    if (sitting?.locationId !== locationId) throw unknownSitting();
    if (version !== undefined && version !== sitting.version) {
      throw new DomainError('version_mismatch', 'The table has changed meanwhile. Load it again.');
    }
    return sitting;
  }

  /** A new one; nothing is stored yet. */
  begin({ id: tableId, name, locationId }: DiningTable): Sitting {
    return {
      id: newId(),
      locationId,
      tableId,
      tableName: name,
      openTableId: tableId,
      version: 0,
      openedAt: this.clock.now(),
      closedAt: null,
      mergedIntoId: null,
    };
  }

  /** Adds a fact to the sitting's gapless row of events. The caller holds the lock and saves afterwards. */
  record(tx: Tx, sitting: Sitting, { type, actor, data = {} }: Told): void {
    sitting.version += 1;
    this.log.append(tx, {
      locationId: sitting.locationId,
      subject: { kind: 'sitting', id: sitting.id },
      seq: sitting.version,
      type,
      actor,
      data: { sitting: toFact(sitting), ...data },
    });
  }

  save(tx: Tx, sitting: Sitting): void {
    this.repository.save(tx, sitting);
  }

  /** Nobody sits there any more. */
  end(sitting: Sitting): void {
    sitting.openTableId = null;
    sitting.closedAt = this.clock.now();
  }
}

export function unknownSitting(): DomainError {
  return new DomainError('not_found', 'Nobody sits there, or not any more.');
}

/** Throws `invalid_transition` when nobody sits there any more. */
export function requireOpen({ closedAt }: Sitting): void {
  if (closedAt === null) return;
  throw new DomainError('invalid_transition', 'The guests have left this table. Look at the tables again.');
}

function toFact({ id, tableId, tableName, version }: Sitting): SittingFact {
  return { id, tableId, tableName, version };
}
