import type { KitchenDeviceView } from '@comanda/shared';
import type { KitchenDeviceEntity } from './kitchen-device.entity.js';

export function toKitchenDeviceView(device: KitchenDeviceEntity): KitchenDeviceView {
  const { id, name, stationId, pairedAt, lastSeenAt, silentSince } = device;
  const loggedIn = isLoggedIn(device) ? { loggedIn: true as const } : {};
  return {
    id,
    name,
    ...(stationId === null ? {} : { stationId }),
    ...loggedIn,
    pairedAt: new Date(pairedAt).toISOString(),
    lastSeenAt: new Date(lastSeenAt).toISOString(),
    ...(silentSince === null ? {} : { silentSince: new Date(silentSince).toISOString() }),
  };
}

const PERSON = 'person ';

/** What stands for the secret of a screen that has none of its own. */
export function noSecretOf(screenId: string): string {
  return PERSON + screenId;
}

export function isLoggedIn({ secretHash }: Pick<KitchenDeviceEntity, 'secretHash'>): boolean {
  return secretHash.startsWith(PERSON);
}
