import { Injectable } from '@nestjs/common';
import type { PickupBoardView } from '@comanda/shared';
import { LocationDirectory } from '../../locations/index.js';
import { OrderReading } from '../../orders/index.js';
import { Clock } from '../../platform/clock/index.js';

/** What hangs above the counter: numbers of orders that are picked up, nothing else about anybody. */
@Injectable()
export class PickupBoard {
  constructor(
    private readonly orders: OrderReading,
    private readonly locations: LocationDirectory,
    private readonly clock: Clock,
  ) {}

  /** Throws `not_found` for an unknown restaurant. */
  async view(locationId: string): Promise<PickupBoardView> {
    const { id } = await this.locations.get(locationId);
    const now = this.clock.now();
    const { preparing, ready, collected } = await this.orders.pickupNumbers(id, now);
    return { at: new Date(now).toISOString(), preparing, ready, collected };
  }
}
