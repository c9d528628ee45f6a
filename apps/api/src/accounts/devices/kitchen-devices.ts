import { Injectable } from '@nestjs/common';
import type { KitchenDeviceView, PairKitchenDeviceRequest } from '@comanda/shared';
import { MoreThan } from 'typeorm';
import { Clock, newId, newToken } from '../../platform/clock/index.js';
import { Database, Transactions } from '../../platform/database/index.js';
import type { Tx } from '../../platform/database/index.js';
import { DomainError, secretHash } from '../../platform/http/index.js';
import type { Staff } from '../../platform/http/index.js';
import { KitchenDeviceEntity } from './kitchen-device.entity.js';
import { toKitchenDeviceView } from './kitchen-device.view.js';
import { PairingCodes } from './pairing-codes.js';
import { ScreenLog } from './screen-log.js';

/** A screen on a wall is not logged in again every fortnight; it is unpaired when it goes. */
export const PAIRED_MS = 365 * 86_400_000;

export interface DeviceSession {
  readonly staff: Staff;
  readonly csrfToken: string;
  readonly expiresAt: number;
}

/** Screens of the kitchen: paired by a short code, each with rights of its own that can be taken away. */
@Injectable()
export class KitchenDevices {
  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly codes: PairingCodes,
    private readonly log: ScreenLog,
  ) {}

  async list(locationId: string): Promise<KitchenDeviceView[]> {
    const rows = await this.database.reader.find(KitchenDeviceEntity, { where: { locationId }, order: { id: 'ASC' } });
    return rows.map(toKitchenDeviceView);
  }

  /** The screen that shows the code belongs to the restaurant from now on. Throws `invalid_request` for a wrong code or station. */
  async pair({ locationId, name: actor }: Staff, request: PairKitchenDeviceRequest): Promise<KitchenDeviceView> {
    return this.transactions.run(async (tx) => {
      if (request.stationId !== undefined) await requireStation(tx, locationId, request.stationId);
      const secret = await this.codes.use(tx, request.code);
      if (secret === null) throw unknownCode();
      const now = this.clock.now();
      const device = Object.assign(new KitchenDeviceEntity(), {
        id: newId(),
        locationId,
        name: request.name.trim(),
        stationId: request.stationId ?? null,
        secretHash: secret,
        csrfToken: newToken(),
        pairedAt: now,
        lastSeenAt: now,
        silentSince: null,
        version: 0,
      });
      this.log.record(tx, device, { type: 'screen.paired', actor });
      await tx.manager.insert(KitchenDeviceEntity, device);
      return toKitchenDeviceView(device);
    });
  }

  /** The session that a screen's secret opens; null before it is paired and after it was unpaired. */
  async find(secret: string): Promise<DeviceSession | null> {
    const where = { secretHash: secretHash(secret), pairedAt: MoreThan(this.clock.now() - PAIRED_MS) };
    const device = await this.database.reader.findOneBy(KitchenDeviceEntity, where);
    return device && sessionOf(device);
  }

  /** The screen itself wants to be known no more. */
  async forget(secret: string): Promise<void> {
    const device = await this.database.reader.findOneBy(KitchenDeviceEntity, { secretHash: secretHash(secret) });
    if (device) await this.transactions.run((tx) => this.#remove(tx, device, device.name));
  }

  /** The screen is shut out at once. Throws `not_found`. */
  async unpair({ locationId, name }: Staff, id: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      if (!(await this.#remove(tx, { id, locationId }, name))) {
        throw new DomainError('not_found', 'There is no such screen.');
      }
    });
  }

  async #remove(tx: Tx, screen: Pick<KitchenDeviceEntity, 'id' | 'locationId'>, actor: string): Promise<boolean> {
    const query = tx.manager
      .createQueryBuilder(KitchenDeviceEntity, 'device')
      .where('device.id = :id AND device.locationId = :locationId', screen);
    const device = await tx.locking(query).getOne();
    if (!device) return false;
    this.log.record(tx, device, { type: 'screen.unpaired', actor });
    await tx.manager.delete(KitchenDeviceEntity, { id: device.id });
    return true;
  }
}

/** A screen of a station that is none would show nothing for ever. */
async function requireStation(tx: Tx, locationId: string, stationId: string): Promise<void> {
  const sql = 'SELECT id FROM stations WHERE locationId = ? AND id = ?';
  const [rows = []] = await tx.send([{ sql, values: [locationId, stationId] }]);
  if (rows.length > 0) return;
  const detail = 'There is no such station. Choose one of the restaurant, or none for the pass.';
  const fault = { pointer: '/stationId', code: 'unknown_station', detail, actual: stationId };
  throw new DomainError('invalid_request', detail, [fault]);
}

function unknownCode(): DomainError {
  const detail = 'No screen shows this code: it is mistyped, used or too old. Look at the screen again.';
  return new DomainError('invalid_request', detail, [{ pointer: '/code', code: 'unknown_code', detail }]);
}

function sessionOf({ id, name, locationId, stationId, csrfToken, pairedAt }: KitchenDeviceEntity): DeviceSession {
  const scope = stationId === null ? {} : { stationId };
  const role = stationId === null ? ('pass-screen' as const) : ('station-screen' as const);
  return { staff: { kind: 'staff', id, name, role, locationId, ...scope }, csrfToken, expiresAt: pairedAt + PAIRED_MS };
}
