import { Injectable } from '@nestjs/common';
import type { AvailabilityView, Dependents, MenuIndex, Text } from '@comanda/shared';
import { dependentsOf, shortfallsOf } from '@comanda/shared';
import { indexMenu } from '@comanda/shared/pricing';
import { IngredientSuspensions, isLacking, MenuStore } from '../menu/index.js';
import type { CurrentMenu, Lack } from '../menu/index.js';
import type { Tx } from '../platform/database/index.js';
import { lacksOf } from './domain/lacks.js';
import type { Shift } from './domain/shifts.js';
import { changesMenu } from './domain/shifts.js';
import { StockRepository } from './stock.repository.js';

type Judged = Pick<CurrentMenu, 'document' | 'index'>;

/** Takes off sale what cannot be made with what is there, and puts it back: "86" by ingredient. */
@Injectable()
export class IngredientAvailability {
  readonly #dependents = new WeakMap<MenuIndex<Text>, Dependents>();

  constructor(
    private readonly repository: StockRepository,
    private readonly menus: MenuStore,
    private readonly suspensions: IngredientSuspensions,
  ) {
    // The publication has locked already. A new recipe may need what is not there, and an old one that is gone needs nothing.
    menus.onPublish((tx, locationId, document) =>
      this.#judgeBy(tx, locationId, { document, index: indexMenu(document) }),
    );
  }

  /** What falls when orders have taken so much. The caller holds the availability's lock: nobody else judges. */
  fallen({ document, index }: Judged, shifts: readonly Shift[], { suspensions }: AvailabilityView): Lack[] {
    const dependents = this.#dependentsOf(index);
    if (!changesMenu(dependents, shifts)) return [];
    const onHand = new Map(shifts.map(({ ingredientId, afterMilli }) => [ingredientId, afterMilli]));
    const fallen = shortfallsOf(dependents, onHand).filter(({ target }) => !isLacking(suspensions, target));
    return lacksOf(document, fallen);
  }

  /** Puts on and off sale what the shifts make possible or impossible. */
  async judgeAfter(tx: Tx, locationId: string, shifts: readonly Shift[]): Promise<void> {
    await this.suspensions.lock(tx, locationId);
    const menu = await this.menus.current(locationId, tx.manager);
    if (changesMenu(this.#dependentsOf(menu.index), shifts)) await this.#judgeBy(tx, locationId, menu);
  }

  async judge(tx: Tx, locationId: string): Promise<void> {
    await this.suspensions.lock(tx, locationId);
    await this.#judgeBy(tx, locationId, await this.menus.current(locationId, tx.manager));
  }

  /** One at a time per location, which the lock sees to: the last to come sees what all before it have committed. */
  async #judgeBy(tx: Tx, locationId: string, { document, index }: Judged): Promise<void> {
    const levels = await this.repository.levels(tx.manager, locationId);
    const onHand = new Map(levels.map(({ ingredientId, onHandMilli }) => [ingredientId, onHandMilli]));
    const shortfalls = shortfallsOf(this.#dependentsOf(index), onHand);
    await this.suspensions.keep(tx, locationId, lacksOf(document, shortfalls));
  }

  #dependentsOf(index: MenuIndex<Text>): Dependents {
    const known = this.#dependents.get(index);
    if (known) return known;
    const dependents = dependentsOf(index);
    this.#dependents.set(index, dependents);
    return dependents;
  }
}
