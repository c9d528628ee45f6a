import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { CreateKitchenDeviceRequest, KitchenDeviceView, PairingCodeView } from '@comanda/shared';
import { MoreThan } from 'typeorm';
import { Clock, newId, newToken } from '../../platform/clock/index.js';
import { Database, databaseFault, Transactions } from '../../platform/database/index.js';
import { DomainError } from '../../platform/http/index.js';
import type { Staff } from '../../platform/http/index.js';
import { secretHash } from '../secret-hash.js';
import { KitchenDeviceEntity } from './kitchen-device.entity.js';

/** Long enough to walk from the office to the kitchen. */
const CODE_MS = 10 * 60_000;
/** A screen on a wall is not logged in again every fortnight; it is revoked when it goes. */
const PAIRED_MS = 365 * 86_400_000;
const CODE_ATTEMPTS = 5;

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
  ) {}

  async list(locationId: string): Promise<KitchenDeviceView[]> {
    const rows = await this.database.reader.find(KitchenDeviceEntity, { where: { locationId }, order: { id: 'ASC' } });
    return rows.map(toView);
  }

  /** The code is said once and is good for ten minutes. */
  async create(locationId: string, { name, stationId }: CreateKitchenDeviceRequest): Promise<PairingCodeView> {
    for (let attempt = 1; ; attempt++) {
      const code = String(randomInt(1_000_000)).padStart(6, '0');
      const now = this.clock.now();
      const device = {
        id: newId(),
        locationId,
        name,
        stationId: stationId ?? null,
        codeHash: secretHash(code),
        codeExpiresAt: now + CODE_MS,
        secretHash: null,
        csrfToken: null,
        createdAt: now,
        pairedAt: null,
      };
      try {
        await this.transactions.run((tx) => tx.manager.insert(KitchenDeviceEntity, device));
        return { ...toView(device), code };
      } catch (error) {
        if (databaseFault(error) !== 'duplicate' || attempt === CODE_ATTEMPTS) throw error;
      }
    }
  }

  /** A screen gives the code and is known from then on. Throws `invalid_login` for a wrong, used or old code. */
  async pair(code: string): Promise<{ readonly secret: string; readonly session: DeviceSession }> {
    return this.transactions.run(async (tx) => {
      const query = tx.manager
        .createQueryBuilder(KitchenDeviceEntity, 'device')
        .where('device.codeHash = :hash AND device.codeExpiresAt > :now', {
          hash: secretHash(code),
          now: this.clock.now(),
        });
      const device = await tx.locking(query).getOne();
      if (!device) throw new DomainError('invalid_login', 'This code is wrong, used or too old. Ask for a new one.');
      const secret = newToken() + newToken();
      const csrfToken = newToken();
      const pairedAt = this.clock.now();
      Object.assign(device, { secretHash: secretHash(secret), csrfToken, pairedAt, codeHash: null });
      await tx.manager.save(device);
      return { secret, session: sessionOf(device, { csrfToken, pairedAt }) };
    });
  }

  /** The session that a screen's secret opens; null when it was revoked. */
  async find(secret: string): Promise<DeviceSession | null> {
    const where = { secretHash: secretHash(secret), pairedAt: MoreThan(this.clock.now() - PAIRED_MS) };
    const device = await this.database.reader.findOneBy(KitchenDeviceEntity, where);
    if (!device || device.csrfToken === null || device.pairedAt === null) return null;
    return sessionOf(device, { csrfToken: device.csrfToken, pairedAt: device.pairedAt });
  }

  /** The screen itself wants to be known no more. */
  async unpair(secret: string): Promise<void> {
    await this.transactions.run((tx) => tx.manager.delete(KitchenDeviceEntity, { secretHash: secretHash(secret) }));
  }

  /** The screen is shut out at once. Throws `not_found`. */
  async revoke(locationId: string, id: string): Promise<void> {
    const { affected } = await this.transactions.run((tx) =>
      tx.manager.delete(KitchenDeviceEntity, { id, locationId }),
    );
    if (affected !== 1) throw new DomainError('not_found', 'There is no such screen.');
  }
}

function sessionOf(
  { id, name, locationId, stationId }: KitchenDeviceEntity,
  { csrfToken, pairedAt }: { csrfToken: string; pairedAt: number },
): DeviceSession {
  const scope = stationId === null ? {} : { stationId };
  const role = stationId === null ? ('pass-screen' as const) : ('station-screen' as const);
  return { staff: { kind: 'staff', id, name, role, locationId, ...scope }, csrfToken, expiresAt: pairedAt + PAIRED_MS };
}

function toView({ id, name, stationId, codeHash, codeExpiresAt, pairedAt }: KitchenDeviceEntity): KitchenDeviceView {
  return {
    id,
    name,
    ...(stationId === null ? {} : { stationId }),
    ...(codeHash === null ? {} : { codeExpiresAt: new Date(codeExpiresAt).toISOString() }),
    ...(pairedAt === null ? {} : { pairedAt: new Date(pairedAt).toISOString() }),
  };
}
