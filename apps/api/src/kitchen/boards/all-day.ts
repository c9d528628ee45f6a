import { Injectable } from '@nestjs/common';
import type { AllDayView } from '@comanda/shared';
import { allDayCounts } from '@comanda/shared';
import { Clock } from '../../platform/clock/index.js';
import { EventReader } from '../../platform/events/index.js';
import { KitchenSums } from './kitchen-sums.repository.js';

/** What is to be made in all, over all open tickets. */
@Injectable()
export class AllDay {
  constructor(
    private readonly sums: KitchenSums,
    private readonly events: EventReader,
    private readonly clock: Clock,
  ) {}

  async counts(locationId: string, stationId?: string): Promise<AllDayView> {
    const position = await this.events.position(locationId);
    const rows = await this.sums.toMake(locationId, stationId);
    return { position, at: new Date(this.clock.now()).toISOString(), counts: allDayCounts(rows) };
  }
}
