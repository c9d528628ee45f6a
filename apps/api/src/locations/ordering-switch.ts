import { Injectable } from '@nestjs/common';
import type { LocationView, PauseOrderingRequest } from '@comanda/shared';
import { Clock } from '../platform/clock/index.js';
import { Transactions } from '../platform/database/index.js';
import type { Tx } from '../platform/database/index.js';
import { EventLog } from '../platform/events/index.js';
import { DomainError } from '../platform/http/index.js';
import type { LocationEntity } from './location.entity.js';
import { toLocationView } from './location-view.js';
import { lockLocation } from './lock-location.js';

/** Stops and resumes taking orders when the kitchen is swamped. */
@Injectable()
export class OrderingSwitch {
  constructor(
    private readonly transactions: Transactions,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /** Sets the pause; saying again what already holds changes nothing. */
  async set(locationId: string, { paused, until }: PauseOrderingRequest, actor: string): Promise<LocationView> {
    const pausedUntil = paused && until !== undefined ? Date.parse(until) : null;
    if (pausedUntil !== null && !(pausedUntil > this.clock.now())) {
      throw new DomainError('invalid_request', 'The pause must end in the future.', [
        { pointer: '/until', code: 'in_the_past', detail: 'Choose an instant in the future.' },
      ]);
    }
    return this.transactions.run(async (tx) => {
      const location = await lockLocation(tx, locationId);
      if (location.orderingPaused !== paused || location.orderingPausedUntil !== pausedUntil) {
        location.orderingPaused = paused;
        location.orderingPausedUntil = pausedUntil;
        location.version += 1;
        await tx.manager.save(location);
        this.#record(tx, location, actor);
      }
      return toLocationView(location, this.clock.now());
    });
  }

  #record(tx: Tx, location: LocationEntity, actor: string): void {
    const { id, orderingPaused, orderingPausedUntil } = location;
    this.events.append(tx, {
      locationId: id,
      subject: { kind: 'location', id },
      seq: location.version,
      type: 'location.changed',
      actor,
      data: {
        orderingPaused,
        ...(orderingPausedUntil === null ? {} : { orderingPausedUntil: new Date(orderingPausedUntil).toISOString() }),
      },
    });
  }
}
