import { Injectable } from '@nestjs/common';
import type { Dependents, MenuIndex, Text } from '@comanda/shared';
import { cannotBeMade, dependentsOf, indexMenu } from '@comanda/shared';
import { AvailabilityStore, MenuStore } from '../menu/index.js';
import type { Tx } from '../platform/database/index.js';
import type { Shift } from './domain/shifts.js';
import { changesMenu } from './domain/shifts.js';
import { StockRepository } from './stock.repository.js';

/** Takes off sale what cannot be made with what is there, and puts it back: "86" by ingredient. */
@Injectable()
export class IngredientAvailability {
  readonly #dependents = new WeakMap<MenuIndex<Text>, Dependents>();

  constructor(
    private readonly repository: StockRepository,
    private readonly menus: MenuStore,
    private readonly availability: AvailabilityStore,
  ) {
    // A new recipe may need what is not there, and an old one that is gone needs nothing.
    menus.onPublish((tx, locationId, document) => this.#judgeBy(tx, locationId, indexMenu(document)));
  }

  /** Judges only when a shift makes a difference to something on the menu, which it rarely does. */
  async judgeAfter(tx: Tx, locationId: string, shifts: readonly Shift[]): Promise<void> {
    const { index } = await this.menus.current(locationId, tx.manager);
    if (changesMenu(this.#dependentsOf(index), shifts)) await this.#judgeBy(tx, locationId, index);
  }

  async judge(tx: Tx, locationId: string): Promise<void> {
    const { index } = await this.menus.current(locationId, tx.manager);
    await this.#judgeBy(tx, locationId, index);
  }

  /** One at a time per location: the last to come sees what all before it have committed. */
  async #judgeBy(tx: Tx, locationId: string, index: MenuIndex<Text>): Promise<void> {
    await this.availability.lock(tx, locationId);
    const levels = await this.repository.levels(tx.manager, locationId);
    const onHand = new Map(levels.map(({ ingredientId, onHandMilli }) => [ingredientId, onHandMilli]));
    const off = cannotBeMade(this.#dependentsOf(index), onHand);
    await this.availability.keepOffSaleByIngredient(tx, locationId, off);
  }

  #dependentsOf(index: MenuIndex<Text>): Dependents {
    const known = this.#dependents.get(index);
    if (known) return known;
    const dependents = dependentsOf(index);
    this.#dependents.set(index, dependents);
    return dependents;
  }
}
