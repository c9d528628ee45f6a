import { Injectable } from '@nestjs/common';
import type { ChosenDish, KitchenAnswer, MenuIndex, Text } from '@comanda/shared';
import { Stock } from '../inventory/index.js';
import { AvailabilityStore } from '../menu/index.js';
import type { Tx } from '../platform/database/index.js';
import { portionsOf } from './domain/portions.js';
import type { Order, OrderLine } from './order.js';

/** An order that is about to be placed, and the menu it was chosen from. */
export interface Provisioned {
  readonly order: Order;
  readonly lines: readonly OrderLine[];
  readonly dishes: readonly ChosenDish[];
  readonly index: MenuIndex<Text>;
}

/**
 * What an order takes from what is there: counted portions, and ingredients by the recipes. Rows are locked in one
 * order everywhere: stock levels, countdowns, then the availability of the location.
 */
@Injectable()
export class Provisions {
  constructor(
    private readonly stock: Stock,
    private readonly availability: AvailabilityStore,
  ) {}

  /** Throws `out_of_stock` naming what is short. What was cooked in the past is off the shelf already. */
  async take(tx: Tx, { order, lines, dishes, index }: Provisioned): Promise<void> {
    const { id: orderId, locationId, businessDate } = order;
    const wanted = order.source === 'takeover' ? [] : dishes;
    const shifts = await this.stock.take(tx, { locationId, orderId, businessDate, index, dishes: wanted });
    await this.availability.take(tx, locationId, portionsOf(lines));
    await this.stock.settle(tx, locationId, shifts);
  }

  /** After a cancellation: what was not made goes back, what was made is noted as waste. */
  async giveBack(tx: Tx, order: Order, lines: readonly OrderLine[], answer: KitchenAnswer): Promise<void> {
    const shifts = await this.stock.giveBack(tx, order, answer);
    if (answer === 'not-made') await this.availability.release(tx, order.locationId, portionsOf(lines));
    await this.stock.settle(tx, order.locationId, shifts);
  }
}
