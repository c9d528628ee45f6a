import { Injectable } from '@nestjs/common';
import type { TaxRule } from '@comanda/shared';
import { newId } from '../platform/clock/index.js';
import type { Tx } from '../platform/database/index.js';
import { DiningTableEntity } from './dining-table.entity.js';
import type { DiningTable, Location, Station } from './location.js';
import { LocationEntity } from './location.entity.js';
import { StationEntity } from './station.entity.js';
import { TaxRuleEntity } from './tax-rule.entity.js';

export interface NewLocation {
  readonly location: Location;
  readonly stations: readonly Omit<Station, 'locationId'>[];
  readonly tables: readonly Omit<DiningTable, 'id' | 'locationId'>[];
  readonly taxRules: readonly TaxRule[];
}

/** Sets up a restaurant with its stations, tables and tax rules. */
@Injectable()
export class LocationSetup {
  async create(tx: Tx, { location, stations, tables, taxRules }: NewLocation): Promise<void> {
    const locationId = location.id;
    const { manager } = tx;
    await manager.save(Object.assign(new LocationEntity(), location));
    await manager.save(stations.map((each) => Object.assign(new StationEntity(), each, { locationId })));
    await manager.save(tables.map((each) => Object.assign(new DiningTableEntity(), each, { locationId, id: newId() })));
    await manager.save(taxRules.map((each) => Object.assign(new TaxRuleEntity(), each, { locationId })));
  }
}
