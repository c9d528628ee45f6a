import { Injectable } from '@nestjs/common';
import type { FloorView, GuestTableView, PassDishView, SittingView } from '@comanda/shared';
import type { EntityManager } from 'typeorm';
import { Boards } from '../kitchen/index.js';
import { LocationDirectory, toStaffTableView } from '../locations/index.js';
import type { DiningTable } from '../locations/index.js';
import { OrderReading } from '../orders/index.js';
import { SittingReading } from '../seating/index.js';
import { amountsOf, toFloorTable, toGuestCall, toGuestRound, toPassDishes, toSittingView } from './floor.view.js';
import type { SittingFacts } from './floor.view.js';

/** The dining room as waiters see it, and one table as the guests there see it. */
@Injectable()
export class FloorReading {
  constructor(
    private readonly locations: LocationDirectory,
    private readonly sittings: SittingReading,
    private readonly orders: OrderReading,
    private readonly boards: Boards,
  ) {}

  /** The pass is read first, with the feed's position: what changes meanwhile is news that comes again. */
  async floor(locationId: string): Promise<FloorView> {
    const { position, at, orders } = await this.boards.expo(locationId);
    const atPass = orders.flatMap(toPassDishes).sort((a, b) => (a.readyAt < b.readyAt ? -1 : 1));
    const facts = await this.#facts(locationId, atPass);
    const [location, tables] = await Promise.all([
      this.locations.recent(locationId),
      this.locations.tables(locationId),
    ]);
    return {
      position,
      at,
      currency: location.currency,
      tables: tables.map((table) => toFloorTable(toStaffTableView(table), facts.get(table.id))),
      atPass,
    };
  }

  /** Throws `not_found`. In a transaction pass its manager. */
  async sitting(locationId: string, id: string, manager?: EntityManager): Promise<SittingView> {
    const found = await this.sittings.get(locationId, id, manager);
    const location = await this.locations.recent(locationId);
    return toSittingView(found, { location, rounds: await this.orders.roundViews(locationId, id, manager) });
  }

  async guestTable(table: DiningTable): Promise<GuestTableView> {
    const found = await this.sittings.at(table.id);
    const { currency } = await this.locations.recent(table.locationId);
    const rounds = found ? await this.orders.roundViews(table.locationId, found.sitting.id) : [];
    return {
      tableName: table.name,
      currency,
      rounds: rounds.map(toGuestRound),
      calls: (found?.calls ?? []).map(toGuestCall),
      ...amountsOf(rounds),
    };
  }

  /** By table. */
  async #facts(locationId: string, atPass: readonly PassDishView[]): Promise<Map<string, SittingFacts>> {
    const open = await this.sittings.open(locationId);
    const ids = open.map(({ sitting }) => sitting.id);
    const bySitting = Map.groupBy(await this.orders.rounds(locationId, ids), ({ order }) => order.sittingId);
    const byOrder = Map.groupBy(atPass, ({ orderId }) => orderId);
    return new Map(
      open.map(({ sitting, calls }) => {
        const rounds = bySitting.get(sitting.id) ?? [];
        const waiting = rounds.flatMap(({ order }) => byOrder.get(order.id) ?? []);
        const sorted = waiting.sort((a, b) => (a.readyAt < b.readyAt ? -1 : 1));
        return [sitting.tableId, { sitting, calls, rounds, atPass: sorted }];
      }),
    );
  }
}
