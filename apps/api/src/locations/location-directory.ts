import { Injectable } from '@nestjs/common';
import { taxRatesAt } from '@comanda/shared';
import type { LocationOfficeView, LocationView, TaxRates, TaxRule } from '@comanda/shared';
import type { EntityManager } from 'typeorm';
import { Clock } from '../platform/clock/index.js';
import { Database, sendTogether, Table } from '../platform/database/index.js';
import type { Statement } from '../platform/database/index.js';
import { FeedMemory, FeedNews } from '../platform/events/index.js';
import { DomainError } from '../platform/http/index.js';
import { DiningTableEntity } from './dining-table.entity.js';
import type { DiningTable, Location, Station } from './location.js';
import { LocationEntity } from './location.entity.js';
import { toLocationOfficeView, toLocationView } from './location-view.js';
import { StationEntity } from './station.entity.js';
import { TaxRuleEntity } from './tax-rule.entity.js';

/** Looks up restaurants, their stations, tables and tax rates. Inside a transaction pass its manager. */
@Injectable()
export class LocationDirectory {
  readonly #recent: FeedMemory<Location>;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    news: FeedNews,
  ) {
    this.#recent = new FeedMemory(news, clock, (id) => this.#read(id));
  }

  /** Throws `not_found`. */
  async get(id: string, manager: EntityManager = this.database.reader): Promise<Location> {
    const location = await manager.findOneBy(LocationEntity, { id });
    if (!location) throw new DomainError('not_found', 'There is no such restaurant.');
    return location;
  }

  /** What it is, or was less than a second ago: enough to be shown. Throws `not_found`. */
  recent(id: string): Promise<Location> {
    return this.#recent.of(id);
  }

  /** The oldest restaurant of this installation; null before the first one is set up. */
  async first(): Promise<Location | null> {
    const [location] = await this.list();
    return location ?? null;
  }

  async list(): Promise<Location[]> {
    return this.database.reader.find(LocationEntity, { order: { id: 'ASC' } });
  }

  async stations(locationId: string, manager: EntityManager = this.database.reader): Promise<Station[]> {
    return manager.find(StationEntity, { where: { locationId }, order: { position: 'ASC', id: 'ASC' } });
  }

  async tables(locationId: string, manager: EntityManager = this.database.reader): Promise<DiningTable[]> {
    const order = { position: 'ASC', id: 'ASC' } as const;
    return manager.find(DiningTableEntity, { where: { locationId }, order });
  }

  /** Throws `not_found`: a wrong token does not tell whether the table exists. */
  async tableByToken(token: string, manager: EntityManager = this.database.reader): Promise<DiningTable> {
    const table = await manager.findOneBy(DiningTableEntity, { token });
    if (!table) throw new DomainError('not_found', 'This table code is not known. Ask the staff for a new one.');
    return table;
  }

  /** The rates that hold at the location on a local date. */
  async taxRates(locationId: string, date: string, manager: EntityManager = this.database.reader): Promise<TaxRates> {
    return taxRatesAt(await this.taxRules(locationId, manager), date);
  }

  async taxRules(locationId: string, manager: EntityManager = this.database.reader): Promise<TaxRule[]> {
    return manager.findBy(TaxRuleEntity, { locationId });
  }

  /** Reads `id` and `version` of restaurants; the version grows with each change of one, its tables and stations too. */
  versions(ids: readonly string[]): Statement {
    return { sql: `SELECT id, version FROM locations WHERE id IN (${ids.map(() => '?').join(', ')})`, values: ids };
  }

  toView(location: Location): LocationView {
    return toLocationView(location, this.clock.now());
  }

  async toOfficeView(location: Location): Promise<LocationOfficeView> {
    return toLocationOfficeView(location, await this.stations(location.id), this.clock.now());
  }

  async #read(id: string): Promise<Location> {
    const table = Table.of(this.database.reader, LocationEntity);
    const [[row] = []] = await sendTogether(this.database.reader, [table.select('id = ?', [id])]);
    if (!row) throw new DomainError('not_found', 'There is no such restaurant.');
    return table.read(row);
  }
}
