import { Injectable } from '@nestjs/common';
import type { ChosenDish, Needs } from '@comanda/shared';
import { needsOf } from '@comanda/shared';
import { MenuStore } from '../menu/index.js';
import { Clock } from '../platform/clock/index.js';
import type { Tx } from '../platform/database/index.js';
import type { Shift } from './domain/shifts.js';
import { StockLedger } from './stock-ledger.js';
import type { Booking, Entry } from './stock.repository.js';
import { StockRepository } from './stock.repository.js';

/** An order that took from the stock. */
interface Taker {
  readonly id: string;
  readonly locationId: string;
  readonly businessDate: string;
}

interface GivingBack {
  readonly outcome: 'not-made' | 'made';
  /** All that the order holds, or what some of its dishes need. */
  readonly part: 'all' | readonly ChosenDish[];
}

/** What becomes of the stock when an order that took from it changes. */
@Injectable()
export class OrderStock {
  constructor(
    private readonly repository: StockRepository,
    private readonly ledger: StockLedger,
    private readonly menus: MenuStore,
    private readonly clock: Clock,
  ) {}

  /** Gives back what an order took, or notes it as waste when the dishes were made. */
  async giveBack(tx: Tx, order: Taker, { outcome, part }: GivingBack): Promise<Shift[]> {
    const taken = await this.repository.heldBy(tx, order.id);
    const held = part === 'all' ? taken : partOf(taken, await this.#needsByItem(tx, order.locationId, part));
    const ids = [...new Set(held.map(({ ingredientId }) => ingredientId))];
    const levels = await this.repository.lock(tx, order.locationId, ids);
    return this.ledger.book(tx, this.#booking(order), levels, ({ ingredientId }) => {
      const own = held.filter((entry) => entry.ingredientId === ingredientId);
      return outcome === 'not-made' ? own : own.flatMap((entry) => [entry, wasteOf(entry)]);
    });
  }

  /** Takes what dishes need that are made once more. They must be made, so it takes what is there, however little. */
  async takeAgain(tx: Tx, order: Taker, dishes: readonly ChosenDish[], note: string): Promise<void> {
    const needs = await this.#needsByItem(tx, order.locationId, dishes);
    const ids = [...needs.values()].flatMap((own) => [...own.keys()]);
    const levels = await this.repository.lock(tx, order.locationId, [...new Set(ids)]);
    const shifts = await this.ledger.book(tx, this.#booking(order), levels, ({ ingredientId, onHandMilli }) => {
      let left = onHandMilli;
      return [...needs].flatMap(([itemId, own]): Entry[] => {
        const quantityMilli = Math.min(left, own.get(ingredientId) ?? 0);
        left -= quantityMilli;
        return quantityMilli > 0
          ? [{ ingredientId, itemId, kind: 'consume', quantityMilli: -quantityMilli, note }]
          : [];
      });
    });
    await this.ledger.settle(tx, order.locationId, shifts);
  }

  #booking({ id, locationId, businessDate }: Taker): Booking {
    return { locationId, businessDate, at: this.clock.now(), by: 'system', orderId: id };
  }

  /** By the recipes as they are now; whoever took by older ones gives back no more than was taken. */
  async #needsByItem(tx: Tx, locationId: string, dishes: readonly ChosenDish[]): Promise<Map<string, Needs>> {
    const { index } = await this.menus.current(locationId, tx.manager);
    const byItem = Map.groupBy(dishes, ({ itemId }) => itemId);
    return new Map([...byItem].map(([itemId, own]) => [itemId, needsOf(index, own)]));
  }
}

function wasteOf(entry: Entry): Entry {
  return { ...entry, kind: 'waste', quantityMilli: -entry.quantityMilli };
}

/** Of what an order holds no more than some of its dishes need. */
function partOf(held: readonly Entry[], needs: ReadonlyMap<string, Needs>): Entry[] {
  return held.flatMap((entry) => {
    const needed = needs.get(entry.itemId ?? '')?.get(entry.ingredientId) ?? 0;
    const quantityMilli = Math.min(entry.quantityMilli, needed);
    return quantityMilli > 0 ? [{ ...entry, quantityMilli }] : [];
  });
}
