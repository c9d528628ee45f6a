import { Injectable } from '@nestjs/common';
import { LIMITS } from '@comanda/shared';
import { OrderStock, StockLedger } from '../inventory/index.js';
import { AvailabilityStore } from '../menu/index.js';
import type { Tx } from '../platform/database/index.js';
import { chosenDishes } from './domain/chosen-dishes.js';
import { portionsOf } from './domain/portions.js';
import { OrderHooks } from './order-hooks.js';
import type { RefiredTurn, SettledTurn } from './order.js';

/**
 * What orders give back, and take once more: counted portions, and ingredients by the recipes. Rows are locked in one order
 * everywhere: stock levels, then the availability of the location.
 */
@Injectable()
export class Provisions {
  constructor(
    private readonly stock: OrderStock,
    private readonly ledger: StockLedger,
    private readonly availability: AvailabilityStore,
    hooks: OrderHooks,
  ) {
    hooks.on('refired', (tx, turn) => this.#takeAgain(tx, turn));
  }

  /** What was not made goes back, what was made is noted as waste; of the whole order, or of some of its dishes. */
  async giveBack(tx: Tx, { order, lines, answer, extent }: SettledTurn): Promise<void> {
    const part = extent === 'order' ? 'all' : chosenDishes(lines);
    const shifts = await this.stock.giveBack(tx, order, { outcome: answer, part });
    if (answer === 'not-made') await this.availability.release(tx, order.locationId, portionsOf(lines));
    await this.ledger.settle(tx, order.locationId, shifts);
  }

  /** What is made once more needs its ingredients once more. */
  async #takeAgain(tx: Tx, { order, lines, quantity, reason }: RefiredTurn): Promise<void> {
    const [first, ...inside] = lines;
    if (!first) return;
    // An option that its own station makes is the dish that it points to.
    const dishes = chosenDishes([{ ...first, parentId: null, quantity }, ...inside]);
    await this.stock.takeAgain(tx, order, dishes, `Made again: ${reason}`.slice(0, LIMITS.reasonLength));
  }
}
