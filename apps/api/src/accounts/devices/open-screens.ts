import { Injectable } from '@nestjs/common';
import type { OpenScreen } from '@comanda/shared';
import { LIMITS } from '@comanda/shared';
import { In, LessThan, Like } from 'typeorm';
import { Clock } from '../../platform/clock/index.js';
import { Database, Transactions } from '../../platform/database/index.js';
import type { Tx } from '../../platform/database/index.js';
import type { Staff } from '../../platform/http/index.js';
import { KitchenDeviceEntity } from './kitchen-device.entity.js';
import { isLoggedIn, noSecretOf } from './kitchen-device.view.js';
import { ScreenLog } from './screen-log.js';

/** A screen that was put away may still have a beat on its way. */
const CLOSED_MS = 15_000;
/** Nobody looks any more for a screen that has been silent for so long. */
const MISSED_MS = 4 * 3_600_000;

interface Heard extends OpenScreen {
  readonly staff: Staff;
}

/** Screens that a person has logged in: they are missed like paired ones, from their first live board until they are put away. */
@Injectable()
export class OpenScreens {
  #heard = new Map<string, Heard>();
  readonly #closed = new Map<string, number>();

  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly log: ScreenLog,
  ) {}

  hear(staff: Staff, screen: OpenScreen): void {
    const closedAt = this.#closed.get(screen.id);
    if (closedAt !== undefined && this.clock.now() - closedAt < CLOSED_MS) return;
    this.#closed.delete(screen.id);
    this.#heard.set(screen.id, { ...screen, staff });
  }

  /** It is put away: nobody misses it. */
  async close({ locationId, name }: Staff, { id }: OpenScreen): Promise<void> {
    this.#closed.set(id, this.clock.now());
    this.#heard.delete(id);
    await this.transactions.run((tx) => this.#remove(tx, id, { locationId, actor: name }));
  }

  /** Keeps which are new, and forgets those that nobody looks for. Resolves to the ids of those that were heard. */
  async look(): Promise<string[]> {
    await this.#forget();
    const heard = this.#heard;
    if (heard.size === 0) return [];
    this.#heard = new Map();
    const known = await this.database.reader.findBy(KitchenDeviceEntity, { id: In([...heard.keys()]) });
    const own = known.filter(
      (screen) => isLoggedIn(screen) && heard.get(screen.id)?.staff.locationId === screen.locationId,
    );
    for (const screen of own) {
      const now = heard.get(screen.id);
      if (now && (screen.stationId !== (now.stationId ?? null) || screen.name !== nameOf(now))) {
        await this.transactions.run((tx) => tx.manager.update(KitchenDeviceEntity, { id: screen.id }, showing(now)));
      }
    }
    const fresh = [...heard.values()].filter(({ id }) => !known.some((screen) => screen.id === id));
    for (const screen of fresh) await this.transactions.run((tx) => this.#begin(tx, screen));
    return [...own.map(({ id }) => id), ...fresh.map(({ id }) => id)];
  }

  async #begin(tx: Tx, heard: Heard): Promise<void> {
    const { id, staff } = heard;
    if (await tx.manager.existsBy(KitchenDeviceEntity, { id })) return;
    const now = this.clock.now();
    const screen = Object.assign(new KitchenDeviceEntity(), {
      id,
      locationId: staff.locationId,
      ...showing(heard),
      secretHash: noSecretOf(id),
      csrfToken: '',
      pairedAt: now,
      lastSeenAt: now,
      silentSince: null,
      version: 0,
    });
    this.log.record(tx, screen, { type: 'screen.opened', actor: staff.name });
    await tx.manager.insert(KitchenDeviceEntity, screen);
  }

  async #forget(): Promise<void> {
    const now = this.clock.now();
    for (const [id, at] of this.#closed) if (now - at >= CLOSED_MS) this.#closed.delete(id);
    const where = { secretHash: Like(`${noSecretOf('')}%`), silentSince: LessThan(now - MISSED_MS) };
    for (const { id, locationId } of await this.database.reader.findBy(KitchenDeviceEntity, where)) {
      await this.transactions.run((tx) => this.#remove(tx, id, { locationId, actor: 'system' }));
    }
  }

  async #remove(tx: Tx, id: string, { locationId, actor }: { locationId: string; actor: string }): Promise<void> {
    const query = tx.manager.createQueryBuilder(KitchenDeviceEntity, 'device').where('device.id = :id', { id });
    const screen = await tx.locking(query).getOne();
    if (!screen || !isLoggedIn(screen) || screen.locationId !== locationId) return;
    this.log.record(tx, screen, { type: 'screen.closed', actor });
    await tx.manager.delete(KitchenDeviceEntity, { id });
  }
}

function showing(heard: Heard): Pick<KitchenDeviceEntity, 'name' | 'stationId'> {
  return { name: nameOf(heard), stationId: heard.stationId ?? null };
}

function nameOf({ name, staff }: Heard): string {
  return `${name} (${staff.name})`.slice(0, LIMITS.guestNameLength);
}
