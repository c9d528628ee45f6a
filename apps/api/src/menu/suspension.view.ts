import type { SuspensionView } from '@comanda/shared';
import type { SuspensionEntity } from './suspension.entity.js';

export function toSuspensionView(row: SuspensionEntity): SuspensionView {
  const { targetKind, targetId, cause, reason, until, since, by } = row;
  return {
    targetKind,
    targetId,
    cause,
    ...(reason === null ? {} : { reason }),
    ...(until === null ? {} : { until: new Date(until).toISOString() }),
    since: new Date(since).toISOString(),
    by,
  };
}
