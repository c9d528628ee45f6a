import { Injectable } from '@nestjs/common';
import type { AvailabilityView, TaxRates, TaxRule } from '@comanda/shared';
import { taxRatesAt } from '@comanda/shared';
import type { EntityManager } from 'typeorm';
import { LocationDirectory } from '../../locations/index.js';
import type { DiningTable, Location, Station } from '../../locations/index.js';
import { AvailabilityStore, CurrentVersions, MenuStore } from '../../menu/index.js';
import type { CurrentMenu, Versions } from '../../menu/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database } from '../../platform/database/index.js';
import { FeedMemory, FeedNews } from '../../platform/events/index.js';

/** All that decides what a basket costs and whether it can be had, as it stood at one time. */
export interface OrderingSnapshot {
  readonly location: Location;
  readonly stations: readonly Station[];
  readonly tables: ReadonlyMap<string, DiningTable>;
  readonly taxRules: readonly TaxRule[];
  readonly menu: CurrentMenu;
  readonly availability: AvailabilityView;
}

/** Keeps the last snapshot of each restaurant in memory. Who relies on one asks the database for its versions first. */
@Injectable()
export class OrderingSnapshots {
  readonly #last = new Map<string, OrderingSnapshot>();
  readonly #recent: FeedMemory<OrderingSnapshot>;
  readonly #rates = new WeakMap<readonly TaxRule[], Map<string, TaxRates>>();

  constructor(
    private readonly locations: LocationDirectory,
    private readonly menus: MenuStore,
    private readonly availability: AvailabilityStore,
    private readonly database: Database,
    versions: CurrentVersions,
    clock: Clock,
    news: FeedNews,
  ) {
    const read = async (id: string) => this.holding(id, await versions.of(id), database.reader);
    this.#recent = new FeedMemory(news, clock, read);
  }

  /** What holds, or held less than a second ago: enough for a quote. Throws `not_found`. */
  recent(locationId: string): Promise<OrderingSnapshot> {
    return this.#recent.of(locationId);
  }

  /** What this process saw last; it may have changed since. */
  last(locationId: string): OrderingSnapshot | undefined {
    return this.#last.get(locationId);
  }

  /** The snapshot of these versions; read anew, with the transaction's manager, when the last one is another. */
  async holding(locationId: string, versions: Versions, manager: EntityManager): Promise<OrderingSnapshot> {
    const last = this.#last.get(locationId);
    return last && isOf(last, versions) ? last : this.read(locationId, manager);
  }

  /** Reads everything. The restaurant comes first: what changes meanwhile makes its version another one. */
  async read(locationId: string, manager: EntityManager = this.database.reader): Promise<OrderingSnapshot> {
    const location = await this.locations.get(locationId, manager);
    const tables = await this.locations.tables(locationId, manager);
    const snapshot = {
      location,
      stations: await this.locations.stations(locationId, manager),
      tables: new Map(tables.map((table) => [table.token, table])),
      taxRules: await this.locations.taxRules(locationId, manager),
      menu: await this.menus.current(locationId, manager),
      availability: await this.availability.current(locationId, manager),
    };
    this.keep(snapshot);
    return snapshot;
  }

  keep(snapshot: OrderingSnapshot): void {
    this.#last.set(snapshot.location.id, snapshot);
  }

  /** The rates that hold on a local date. */
  taxRates({ taxRules }: OrderingSnapshot, date: string): TaxRates {
    const known = this.#rates.get(taxRules) ?? new Map<string, TaxRates>();
    const rates = known.get(date) ?? taxRatesAt(taxRules, date);
    this.#rates.set(taxRules, known.set(date, rates));
    return rates;
  }
}

function isOf({ location, menu, availability }: OrderingSnapshot, versions: Versions): boolean {
  return (
    location.version === versions.location &&
    menu.number === versions.revision &&
    availability.version === versions.availability
  );
}
