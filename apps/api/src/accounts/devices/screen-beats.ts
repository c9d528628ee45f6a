import { Injectable } from '@nestjs/common';
import { SCREEN_SILENT_SECONDS } from '@comanda/shared';
import { In, IsNull, LessThan, Not } from 'typeorm';
import { Clock } from '../../platform/clock/index.js';
import { Database, Transactions } from '../../platform/database/index.js';
import type { Tx } from '../../platform/database/index.js';
import { KitchenDeviceEntity } from './kitchen-device.entity.js';
import { OpenScreens } from './open-screens.js';
import { ScreenLog } from './screen-log.js';

const SILENT_MS = SCREEN_SILENT_SECONDS * 1000;

/** Which screens of the kitchen show a live board. A beat costs no statement: those of some seconds are kept as one. */
@Injectable()
export class ScreenBeats {
  #heard = new Set<string>();
  #begunAt: number;

  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly log: ScreenLog,
    private readonly open: OpenScreens,
  ) {
    this.#begunAt = clock.now();
  }

  hear(screenId: string): void {
    this.#heard.add(screenId);
  }

  /** Keeps who was heard, and tells who fell silent and who is back. Each is told once, by whichever process is first. */
  async look(): Promise<void> {
    await this.#keep();
    const now = this.clock.now();
    // After a start the screens need a moment until they find this process.
    if (now - this.#begunAt < SILENT_MS) return;
    const silent = { lastSeenAt: LessThan(now - SILENT_MS), silentSince: IsNull() };
    for (const { id } of await this.database.reader.findBy(KitchenDeviceEntity, silent)) {
      await this.transactions.run((tx) => this.#tell(tx, id, now));
    }
  }

  async #keep(): Promise<void> {
    for (const id of await this.open.look()) this.#heard.add(id);
    const ids = [...this.#heard];
    if (ids.length === 0) return;
    this.#heard = new Set();
    const now = this.clock.now();
    try {
      await this.transactions.run((tx) => tx.manager.update(KitchenDeviceEntity, { id: In(ids) }, { lastSeenAt: now }));
    } catch (error) {
      for (const id of ids) this.#heard.add(id);
      throw error;
    }
    const back = { id: In(ids), silentSince: Not(IsNull()) };
    for (const { id } of await this.database.reader.findBy(KitchenDeviceEntity, back)) {
      await this.transactions.run((tx) => this.#tell(tx, id, now));
    }
  }

  async #tell(tx: Tx, id: string, now: number): Promise<void> {
    const query = tx.manager.createQueryBuilder(KitchenDeviceEntity, 'device').where('device.id = :id', { id });
    const screen = await tx.locking(query).getOne();
    if (!screen) return;
    const isSilent = screen.lastSeenAt < now - SILENT_MS;
    if (isSilent === (screen.silentSince !== null)) return;
    screen.silentSince = isSilent ? screen.lastSeenAt : null;
    this.log.record(tx, screen, { type: isSilent ? 'screen.silent' : 'screen.heard', actor: screen.name });
    await tx.manager.save(screen);
  }
}
