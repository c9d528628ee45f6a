import type { KitchenDeviceView } from '@comanda/shared';
import type { KitchenDeviceEntity } from './kitchen-device.entity.js';

export function toKitchenDeviceView(device: KitchenDeviceEntity): KitchenDeviceView {
  const { id, name, stationId, pairedAt, lastSeenAt, silentSince } = device;
  return {
    id,
    name,
    ...(stationId === null ? {} : { stationId }),
    pairedAt: new Date(pairedAt).toISOString(),
    lastSeenAt: new Date(lastSeenAt).toISOString(),
    ...(silentSince === null ? {} : { silentSince: new Date(silentSince).toISOString() }),
  };
}
