import { Injectable } from '@nestjs/common';
import { needsOf } from '@comanda/shared';
import { Larder, StockTaking } from '../../inventory/index.js';
import { businessDateAt, LocationDirectory } from '../../locations/index.js';
import { PortionTaking, Shelf } from '../../menu/index.js';
import { Clock } from '../../platform/clock/index.js';
import { RoundTrip } from '../../platform/database/index.js';
import type { Row, Tx } from '../../platform/database/index.js';
import { IdempotencyKeyRepository } from '../../platform/http/index.js';
import { SlotBook } from '../slots/slot-book.js';
import { SlotCounts, SlotLoads } from '../slots/slot-loads.js';
import { rangesOf } from '../slots/slot-ranges.js';
import { LockedSeats, Seating } from '../../seating/index.js';
import { ExternalIds } from './external-ids.js';
import { DayNumbers, OrderNumbers } from './order-numbers.js';
import { OrderingSnapshots } from './ordering-snapshot.js';
import type { OrderingSnapshot } from './ordering-snapshot.js';
import type { Placement } from './placement.js';

/** A restaurant as a batch has found and locked it; orders take numbers, portions and ingredients from it one by one. */
export interface OpenCounter {
  readonly snapshot: OrderingSnapshot;
  readonly shelf: Shelf;
  readonly larder: Larder;
  readonly numbers: DayNumbers;
  readonly seats: LockedSeats;
}

export interface OpenBatch {
  /** By restaurant; one that does not exist is missing. */
  readonly counters: ReadonlyMap<string, OpenCounter>;
  /** What is kept under the keys of the batch. */
  readonly kept: readonly Row[];
  readonly externals: ExternalIds;
  readonly slots: SlotBook;
}

/** Begins a batch: locks and reads in one round trip all that its orders depend on, always in the same order. */
@Injectable()
export class BatchOpening {
  constructor(
    private readonly snapshots: OrderingSnapshots,
    private readonly stock: StockTaking,
    private readonly portions: PortionTaking,
    private readonly numbers: OrderNumbers,
    private readonly seating: Seating,
    private readonly locations: LocationDirectory,
    private readonly keys: IdempotencyKeyRepository,
    private readonly slots: SlotLoads,
    private readonly clock: Clock,
  ) {}

  async open(tx: Tx, placements: readonly Placement[]): Promise<OpenBatch> {
    const byLocation = [...Map.groupBy(placements, ({ locationId }) => locationId)].sort(([a], [b]) =>
      a < b ? -1 : 1,
    );
    const ids = byLocation.map(([id]) => id);
    const days = withoutEmpty(byLocation.map(([id, own]) => [id, this.#days(id, own)]));
    const trip = new RoundTrip();
    const needed = new Map(byLocation.map(([id, own]) => [id, this.#ingredients(id, own)]));
    const levels = trip.add(
      ...[...needed].filter(([, own]) => own.length > 0).map(([id, own]) => this.stock.lockLevels(tx, id, own)),
    );
    const heads = trip.add(this.portions.lockVersions(ids));
    const numbers = trip.add(...(days.size > 0 ? [this.numbers.lock(days)] : []));
    const promised = trip.add(...this.slots.lock(rangesOf(placements)));
    const tables = new Map(byLocation.map(([id, own]) => [id, this.#tables(id, own)]));
    const tableIds = [...tables.values()].flat();
    const sittings = trip.add(...(tableIds.length > 0 ? [this.seating.lock(tx, tableIds)] : []));
    const versions = trip.add(this.locations.versions(ids));
    const kept = trip.add(
      ...this.keys.lookUp(
        tx,
        placements.map(({ keyed }) => keyed),
      ),
    );
    const externals = trip.add(...ExternalIds.find(placements));
    await trip.make(tx);
    const counters = new Map<string, OpenCounter>();
    for (const version of versions()) {
      const id = String(version['id']);
      const head = heads().find(({ locationId }) => locationId === id);
      const counter = await this.#counter(tx, id, { version, ...(head ? { head } : {}) });
      this.numbers.opened(counter.numbers, days.get(id) ?? [], numbers());
      const own = levels().filter(({ locationId }) => locationId === id);
      this.seating.opened(tx, counter.seats, tables.get(id) ?? [], sittings());
      this.stock.opened(tx, counter.larder, needed.get(id) ?? [], own);
      counters.set(id, counter);
    }
    return {
      counters,
      kept: kept(),
      externals: new ExternalIds(externals()),
      slots: new SlotBook(new SlotCounts(promised())),
    };
  }

  async #counter(tx: Tx, id: string, { version, head }: { version: Row; head?: Row }): Promise<OpenCounter> {
    const versions = {
      location: Number(version['version']),
      revision: Number(head?.['revision'] ?? 0),
      availability: Number(head?.['availabilityVersion'] ?? 0),
    };
    const snapshot = await this.snapshots.holding(id, versions, tx.manager);
    return {
      snapshot,
      shelf: new Shelf(snapshot.availability),
      larder: new Larder(snapshot.menu.index),
      numbers: new DayNumbers(id),
      seats: new LockedSeats(),
    };
  }

  /** What the orders need by the recipes, as far as this process knows them. */
  #ingredients(locationId: string, placements: readonly Placement[]): string[] {
    const index = this.snapshots.last(locationId)?.menu.index;
    if (!index) return [];
    const dishes = placements.filter(({ request }) => request.placedAt === undefined);
    return [
      ...needsOf(
        index,
        dishes.flatMap(({ request }) => request.lines),
      ).keys(),
    ];
  }

  /** The tables at which the orders are eaten, as far as this process knows them. */
  #tables(locationId: string, placements: readonly Placement[]): string[] {
    const tables = this.snapshots.last(locationId)?.tables;
    const tokens = placements.map(({ request: { fulfilment } }) => fulfilment.tableToken ?? '');
    return [...new Set(tokens.flatMap((token) => tables?.get(token)?.id ?? []))];
  }

  /** The business dates on which the orders fall, as far as this process knows the restaurant. */
  #days(locationId: string, placements: readonly Placement[]): string[] {
    const location = this.snapshots.last(locationId)?.location;
    if (!location) return [];
    const instants = placements.flatMap(({ request: { placedAt, fulfilment } }) =>
      [placedAt, fulfilment.requestedFor].flatMap((at) => (at === undefined ? [] : Date.parse(at))),
    );
    const days = [this.clock.now(), ...instants].map((at) => businessDateAt(location, at));
    return [...new Set(days)].sort();
  }
}

function withoutEmpty(entries: readonly (readonly [string, readonly string[]])[]): Map<string, readonly string[]> {
  return new Map(entries.filter(([, own]) => own.length > 0));
}
