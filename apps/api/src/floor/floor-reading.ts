import { Injectable } from '@nestjs/common';
import type { FloorView, GuestTableView, PassDishView, SittingView } from '@comanda/shared';
import type { EntityManager } from 'typeorm';
import { Boards } from '../kitchen/index.js';
import { LocationDirectory, toStaffTableView } from '../locations/index.js';
import type { DiningTable } from '../locations/index.js';
import { OrderReading } from '../orders/index.js';
import { Clock } from '../platform/clock/index.js';
import { isLeftBehind, SittingReading } from '../seating/index.js';
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
    private readonly clock: Clock,
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
    const today = { location, now: this.clock.now() };
    return {
      position,
      at,
      currency: location.currency,
      tables: tables.map((table) => toFloorTable(toStaffTableView(table), facts.get(table.id), today)),
      atPass,
    };
  }

  /** Throws `not_found`. In a transaction pass its manager. */
  async sitting(locationId: string, id: string, manager?: EntityManager): Promise<SittingView> {
    const found = await this.sittings.get(locationId, id, manager);
    const location = await this.locations.recent(locationId);
    return toSittingView(found, { location, rounds: await this.orders.roundViews(locationId, id, manager) });
  }

  /** Of those who sat there yesterday guests of today see nothing. */
  async guestTable(table: DiningTable): Promise<GuestTableView> {
    const location = await this.locations.recent(table.locationId);
    const found = await this.sittings.at(table.id);
    const all = found ? await this.orders.roundViews(table.locationId, found.sitting.id) : [];
    const lastRoundAt = Math.max(0, ...all.map(({ placedAt }) => Date.parse(placedAt)));
    const openedAt = found?.sitting.openedAt ?? 0;
    const left = isLeftBehind(location, { openedAt, lastRoundAt }, this.clock.now());
    const { rounds, calls } = left || !found ? { rounds: [], calls: [] } : { rounds: all, calls: found.calls };
    return {
      tableName: table.name,
      currency: location.currency,
      rounds: rounds.map(toGuestRound),
      calls: calls.map(toGuestCall),
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
