import { Injectable } from '@nestjs/common';
import type { KitchenAnswer } from '@comanda/shared';
import { Stock } from '../inventory/index.js';
import { AvailabilityStore } from '../menu/index.js';
import type { Tx } from '../platform/database/index.js';
import { chosenDishes } from './domain/chosen-dishes.js';
import { portionsOf } from './domain/portions.js';
import type { Order, OrderLine } from './order.js';

/**
 * Gives back what an order took: counted portions, and ingredients by the recipes. Rows are locked in one order
 * everywhere: stock levels, countdowns, then the availability of the location.
 */
@Injectable()
export class Provisions {
  constructor(
    private readonly stock: Stock,
    private readonly availability: AvailabilityStore,
  ) {}

  /** What was not made goes back, what was made is noted as waste; of the whole order, or of some of its dishes. */
  async giveBack(tx: Tx, order: Order, lines: readonly OrderLine[], answer: KitchenAnswer): Promise<void> {
    const dishes = chosenDishes(lines);
    const units = dishes.reduce((sum, { quantity }) => sum + quantity, 0);
    const part = units === order.itemCount ? 'all' : dishes;
    const shifts = await this.stock.giveBack(tx, order, { outcome: answer, part });
    if (answer === 'not-made') await this.availability.release(tx, order.locationId, portionsOf(lines));
    await this.stock.settle(tx, order.locationId, shifts);
  }
}
