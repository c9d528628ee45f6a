import { Injectable } from '@nestjs/common';
import type { DeliveryCheckRequest, DeliveryCheckView, DeliveryZone, DeliveryZoneView } from '@comanda/shared';
import { zoneOf } from '@comanda/shared';
import { OrderingSnapshots } from '../placing/ordering-snapshot.js';

/** Tells guests whether somebody comes to them, before they choose anything. */
@Injectable()
export class DeliveryCheck {
  constructor(private readonly snapshots: OrderingSnapshots) {}

  async check(locationId: string, { address }: DeliveryCheckRequest): Promise<DeliveryCheckView> {
    const { location } = await this.snapshots.recent(locationId);
    const offered = location.fulfilmentTypes.includes('delivery');
    const zone = offered ? zoneOf(location.deliveryZones ?? [], address) : undefined;
    return { delivers: zone !== undefined, ...(zone ? { zone: toZoneView(zone) } : {}) };
  }
}

function toZoneView({
  id,
  name,
  feeMinor,
  minimumMinor,
  freeFromMinor,
  minutes,
  taxClass,
}: DeliveryZone): DeliveryZoneView {
  return {
    id,
    name,
    feeMinor,
    minimumMinor,
    ...(freeFromMinor === undefined ? {} : { freeFromMinor }),
    minutes,
    ...(taxClass === undefined ? {} : { taxClass }),
  };
}
