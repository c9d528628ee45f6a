import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { unknownSitting } from './sitting-book.js';
import type { Sitting, TableCall } from './sitting.js';
import { SittingRepository } from './sitting.repository.js';

export interface SittingWithCalls {
  readonly sitting: Sitting;
  readonly calls: readonly TableCall[];
}

/** Who sits where, and who has called. */
@Injectable()
export class SittingReading {
  constructor(private readonly repository: SittingRepository) {}

  /** Throws `not_found`, also for another location's. */
  async get(locationId: string, id: string, manager?: EntityManager): Promise<SittingWithCalls> {
    const sitting = await this.repository.find(id, manager);
    if (sitting?.locationId !== locationId) throw unknownSitting();
    return { sitting, calls: await this.repository.listCalls([id], manager) };
  }

  /** Null while nobody sits there. */
  async at(tableId: string, manager?: EntityManager): Promise<SittingWithCalls | null> {
    const sitting = await this.repository.findAt(tableId, manager);
    return sitting && { sitting, calls: await this.repository.listCalls([sitting.id], manager) };
  }

  async open(locationId: string): Promise<SittingWithCalls[]> {
    const sittings = await this.repository.listOpen(locationId);
    const calls = await this.repository.listCalls(sittings.map(({ id }) => id));
    const bySitting = Map.groupBy(calls, ({ sittingId }) => sittingId);
    return sittings.map((sitting) => ({ sitting, calls: bySitting.get(sitting.id) ?? [] }));
  }
}
