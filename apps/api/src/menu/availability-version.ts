import { Injectable } from '@nestjs/common';
import { databaseFault } from '../platform/database/index.js';
import type { Tx } from '../platform/database/index.js';
import { EventLog } from '../platform/events/index.js';
import { MenuHeadEntity } from './menu-head.entity.js';

/** Counts the changes of a location's availability and records each. */
@Injectable()
export class AvailabilityVersion {
  constructor(private readonly events: EventLog) {}

  async advance(tx: Tx, locationId: string, actor: string, data: Record<string, unknown>): Promise<void> {
    const version = await this.#next(tx, locationId);
    this.events.append(tx, {
      locationId,
      subject: { kind: 'availability', id: locationId },
      seq: version,
      type: 'availability.changed',
      actor,
      data: { version, ...data },
    });
  }

  /** Takes the location's turn: nobody else changes what is on sale before this transaction ends. */
  async lock(tx: Tx, locationId: string): Promise<void> {
    const query = tx.manager
      .createQueryBuilder(MenuHeadEntity, 'head')
      .where('head.locationId = :id', { id: locationId });
    await tx.locking(query).getOne();
  }

  async #next(tx: Tx, locationId: string): Promise<number> {
    const heads = tx.manager.getRepository(MenuHeadEntity);
    const { affected } = await heads.increment({ locationId }, 'availabilityVersion', 1);
    if (affected) return (await heads.findOneByOrFail({ locationId })).availabilityVersion;
    try {
      await heads.insert({ locationId, revision: 0, availabilityVersion: 1 });
      return 1;
    } catch (error) {
      // Somebody else made the row in this very moment.
      if (databaseFault(error) !== 'duplicate') throw error;
      return this.#next(tx, locationId);
    }
  }
}
