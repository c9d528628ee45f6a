import { Injectable } from '@nestjs/common';
import type { KitchenTimeView } from '@comanda/shared';
import { KitchenSums } from './kitchen-sums.repository.js';

/** How long dishes took in the past. */
@Injectable()
export class KitchenTimes {
  constructor(private readonly sums: KitchenSums) {}

  between(locationId: string, from: string, to: string): Promise<KitchenTimeView[]> {
    return this.sums.times(locationId, from, to);
  }
}
