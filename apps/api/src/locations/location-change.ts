import { Injectable } from '@nestjs/common';
import type { ChangeLocationRequest, LocationView, StationRequest, TableRequest } from '@comanda/shared';
import { Clock, newId, newToken } from '../platform/clock/index.js';
import { Transactions } from '../platform/database/index.js';
import type { Tx } from '../platform/database/index.js';
import { EventLog } from '../platform/events/index.js';
import { DomainError } from '../platform/http/index.js';
import { locationFaults } from './domain/location-faults.js';
import { DiningTableEntity } from './dining-table.entity.js';
import { lockLocation } from './lock-location.js';
import { toLocationView } from './location-view.js';
import { toStation } from './new-location.js';
import { StationEntity } from './station.entity.js';
import { TaxRuleEntity } from './tax-rule.entity.js';

const SOME_ARE_WRONG = 'Some settings are wrong; each is named in errors.';

/** Changes what a restaurant says of itself, and adds to its stations, tables and tax rules. */
@Injectable()
export class LocationChange {
  constructor(
    private readonly transactions: Transactions,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /** Throws `invalid_request` with all that is wrong; then nothing is changed. */
  async change(locationId: string, request: ChangeLocationRequest, actor: string): Promise<LocationView> {
    const { stations = [], tables = [], taxRules = [], ...fields } = request;
    return this.transactions.run(async (tx) => {
      const location = await lockLocation(tx, locationId);
      refuseFaults(request, location);
      await refuseUnknownStations(tx, locationId, request);
      Object.assign(location, Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)));
      location.version += 1;
      await tx.manager.save(location);
      await saveStations(tx, locationId, stations);
      await saveTables(tx, locationId, tables);
      await tx.manager.save(taxRules.map((rule) => Object.assign(new TaxRuleEntity(), rule, { locationId })));
      this.events.append(tx, {
        locationId,
        subject: { kind: 'location', id: locationId },
        seq: location.version,
        type: 'location.changed',
        actor,
        data: { changed: Object.keys(request).sort() },
      });
      return toLocationView(location, this.clock.now());
    });
  }
}

export function refuseFaults(...settings: Parameters<typeof locationFaults>): void {
  const faults = locationFaults(...settings);
  if (faults.length === 0) return;
  throw new DomainError('invalid_request', SOME_ARE_WRONG, faults);
}

/** A limit of a station that is none would hold back nothing. */
async function refuseUnknownStations(
  tx: Tx,
  locationId: string,
  { slots, stations = [] }: ChangeLocationRequest,
): Promise<void> {
  const { stationLimits = [] } = slots ?? {};
  if (stationLimits.length === 0) return;
  const known = new Set([...(await tx.manager.findBy(StationEntity, { locationId })), ...stations].map(({ id }) => id));
  const detail = 'There is no such station.';
  const faults = stationLimits.flatMap(({ stationId: actual }, at) =>
    known.has(actual)
      ? []
      : [{ pointer: `/slots/stationLimits/${at}/stationId`, code: 'unknown_station', detail, actual }],
  );
  if (faults.length > 0) throw new DomainError('invalid_request', SOME_ARE_WRONG, faults);
}

async function saveStations(tx: Tx, locationId: string, stations: readonly StationRequest[]): Promise<void> {
  if (stations.length === 0) return;
  const known = await tx.manager.findBy(StationEntity, { locationId });
  const taken = stations.find(({ isDefault }) => isDefault)?.id;
  const changed = stations.map((station, index) => {
    const old = known.find(({ id }) => id === station.id);
    const fresh = Object.assign(new StationEntity(), toStation(station, known.length + index + 1), { locationId });
    return old ? Object.assign(old, station) : fresh;
  });
  const replaced = known.filter(({ id, isDefault }) => isDefault && taken !== undefined && id !== taken);
  for (const station of replaced) station.isDefault = false;
  await tx.manager.save([...new Set([...changed, ...replaced])]);
}

async function saveTables(tx: Tx, locationId: string, tables: readonly TableRequest[]): Promise<void> {
  if (tables.length === 0) return;
  const known = await tx.manager.findBy(DiningTableEntity, { locationId });
  const changed = tables.flatMap(({ id, name }, index) => {
    const old = known.find((table) => (id === undefined ? table.name === name : table.id === id));
    if (old) return Object.assign(old, { name });
    if (id !== undefined) throw unknownTable(index, id);
    const position = known.length + index + 1;
    return Object.assign(new DiningTableEntity(), { id: newId(), locationId, name, token: newToken(), position });
  });
  await tx.manager.save(changed);
}

function unknownTable(index: number, actual: string): DomainError {
  const detail = 'There is no such table. Leave the id out to add one.';
  return new DomainError('invalid_request', detail, [
    { pointer: `/tables/${index}/id`, code: 'unknown_table', detail, actual },
  ]);
}
