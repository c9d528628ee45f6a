import { Injectable } from '@nestjs/common';
import type { AvailabilityView, Needs } from '@comanda/shared';
import { IngredientAvailability, StockTaking } from '../../inventory/index.js';
import { PortionTaking } from '../../menu/index.js';
import type { Tx } from '../../platform/database/index.js';
import { portionsOf } from '../domain/portions.js';
import type { OpenCounter } from './batch-opening.js';
import type { MadeOrder } from './order-making.js';

type Shelves = Pick<OpenCounter, 'snapshot' | 'shelf' | 'larder'>;

/** Takes what orders need from what is there: ingredients by the recipes, and counted portions. */
@Injectable()
export class Provisioning {
  constructor(
    private readonly stock: StockTaking,
    private readonly ingredients: IngredientAvailability,
    private readonly portions: PortionTaking,
  ) {}

  /** All or nothing: throws `out_of_stock` naming what is short. */
  async take(
    tx: Tx,
    counter: Shelves,
    { order, lines, dishes }: Pick<MadeOrder, 'order' | 'lines' | 'dishes'>,
  ): Promise<void> {
    const { shelf, larder } = counter;
    // What was cooked in the past is off the shelf already.
    const wanted = order.source === 'takeover' ? [] : dishes;
    const needs = larder.needsOf(wanted);
    await this.#lockRest(tx, counter, needs);
    larder.require(needs, wanted);
    shelf.take(portionsOf(lines));
    larder.take(wanted, { orderId: order.id, businessDate: order.businessDate });
  }

  /** Writes what was taken, and what has fallen by it. Resolves to what is on sale after the commit. */
  record(tx: Tx, { snapshot, shelf, larder }: Shelves): AvailabilityView {
    const { id } = snapshot.location;
    const shifts = this.stock.record(tx, id, larder);
    const lacks = this.ingredients.fallen(snapshot.menu, shifts, snapshot.availability);
    return this.portions.record(tx, id, shelf, lacks);
  }

  /**
   * Only after the menu has changed under this process, which then did not know what to lock. Out of the usual order: at
   * worst the database ends a deadlock, and the batch runs again with the menu that it knows by then.
   */
  async #lockRest(tx: Tx, { snapshot, larder }: Shelves, needs: Needs): Promise<void> {
    const rest = larder.unlocked(needs);
    if (rest.length === 0) return;
    const [rows = []] = await tx.send([this.stock.lockLevels(tx, snapshot.location.id, rest)]);
    this.stock.opened(tx, larder, rest, rows);
  }
}
