import { Injectable } from '@nestjs/common';
import type { CreateLocationRequest } from '@comanda/shared';
import { newId } from '../platform/clock/index.js';
import type { Tx } from '../platform/database/index.js';
import { DiningTableEntity } from './dining-table.entity.js';
import { refuseFaults } from './location-change.js';
import { LocationEntity } from './location.entity.js';
import { newLocation } from './new-location.js';
import type { NewLocation } from './new-location.js';
import { StationEntity } from './station.entity.js';
import { TaxRuleEntity } from './tax-rule.entity.js';

/** Sets up a restaurant with its stations, tables and tax rules. */
@Injectable()
export class LocationSetup {
  /** What a request makes, with defaults for all that it leaves open; throws `invalid_request` with all that is wrong. */
  plan(id: string, request: CreateLocationRequest): NewLocation {
    refuseFaults(request, { languages: [request.defaultLanguage], defaultLanguage: request.defaultLanguage });
    return newLocation(id, request);
  }

  async create(tx: Tx, { location, stations, tables, taxRules }: NewLocation): Promise<void> {
    const locationId = location.id;
    const { manager } = tx;
    await manager.save(Object.assign(new LocationEntity(), location));
    await manager.save(stations.map((each) => Object.assign(new StationEntity(), each, { locationId })));
    await manager.save(tables.map((each) => Object.assign(new DiningTableEntity(), each, { locationId, id: newId() })));
    await manager.save(taxRules.map((each) => Object.assign(new TaxRuleEntity(), each, { locationId })));
  }
}
