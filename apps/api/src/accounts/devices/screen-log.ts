import { Injectable } from '@nestjs/common';
import type { EventType } from '@comanda/shared';
import type { Tx } from '../../platform/database/index.js';
import { EventLog } from '../../platform/events/index.js';
import type { KitchenDeviceEntity } from './kitchen-device.entity.js';
import { toKitchenDeviceView } from './kitchen-device.view.js';

/** Tells everybody who follows the restaurant what became of a screen. */
@Injectable()
export class ScreenLog {
  constructor(private readonly events: EventLog) {}

  /** The caller holds the screen's lock, and saves it afterwards. */
  record(
    tx: Tx,
    screen: KitchenDeviceEntity,
    { type, actor }: { readonly type: EventType; readonly actor: string },
  ): void {
    screen.version += 1;
    this.events.append(tx, {
      locationId: screen.locationId,
      subject: { kind: 'screen', id: screen.id },
      seq: screen.version,
      type,
      actor,
      data: { screen: toKitchenDeviceView(screen) },
    });
  }
}
