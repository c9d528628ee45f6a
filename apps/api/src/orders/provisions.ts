import { Injectable } from '@nestjs/common';
import type { KitchenAnswer } from '@comanda/shared';
import { Stock } from '../inventory/index.js';
import { AvailabilityStore } from '../menu/index.js';
import type { Tx } from '../platform/database/index.js';
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

  /** After a cancellation: what was not made goes back, what was made is noted as waste. */
  async giveBack(tx: Tx, order: Order, lines: readonly OrderLine[], answer: KitchenAnswer): Promise<void> {
    const shifts = await this.stock.giveBack(tx, order, answer);
    if (answer === 'not-made') await this.availability.release(tx, order.locationId, portionsOf(lines));
    await this.stock.settle(tx, order.locationId, shifts);
  }
}
