import { Injectable } from '@nestjs/common';
import type { OrderState, SlotLoad } from '@comanda/shared';
import { addLoads, NO_LOAD } from '@comanda/shared';
import { Clock } from '../../platform/clock/index.js';
import { Database, FOR_UPDATE, sendTogether } from '../../platform/database/index.js';
import type { Row, Statement } from '../../platform/database/index.js';

/** Slots of a restaurant, by the instants at which they begin. */
export interface SlotRange {
  readonly locationId: string;
  readonly fromMs: number;
  readonly untilMs: number;
}

const GONE: readonly OrderState[] = ['cancelled', 'rejected', 'expired'];
const STILL = `state NOT IN (${GONE.map((state) => `'${state}'`).join(', ')})`;

/** A dish without a station, or with one that is none, goes to the one that takes all such. */
const COOKED_AT = `COALESCE(own.id, rest.id, '')`;

/** What is promised: counted from the orders themselves, so that one that is cancelled gives back its place. */
@Injectable()
export class SlotLoads {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async read(range: SlotRange): Promise<SlotCounts> {
    const rows = await sendTogether(this.database.reader, count(range, this.clock.now()));
    return new SlotCounts(rows.flat());
  }

  /** Lets one at a time promise slots of these restaurants, and counts what is promised by then. */
  lock(ranges: readonly SlotRange[]): Statement[] {
    if (ranges.length === 0) return [];
    const now = this.clock.now();
    const ids = ranges.map(({ locationId }) => locationId);
    const marks = ids.map(() => '?').join(', ');
    return [
      { sql: `SELECT id FROM locations WHERE id IN (${marks}) ORDER BY id${FOR_UPDATE}`, values: ids },
      ...ranges.flatMap((range) => count(range, now)),
    ];
  }
}

function count({ locationId, fromMs, untilMs }: SlotRange, nowMs: number): Statement[] {
  const values = [locationId, fromMs, untilMs];
  const promised = `o.locationId = ? AND o.requestedFor BETWEEN ? AND ? AND o.${STILL}`;
  const slot = 'o.locationId AS slotLocation, o.requestedFor AS slotAt';
  return [
    {
      sql: `SELECT ${slot}, COUNT(*) AS orders FROM orders o WHERE ${promised} GROUP BY o.locationId, o.requestedFor`,
      values,
    },
    {
      sql:
        `SELECT ${slot}, ${COOKED_AT} AS stationId, SUM(l.quantity) AS dishes FROM orders o ` +
        `JOIN order_lines l ON l.orderId = o.id AND l.kind = 'dish' AND l.kitchenState <> 'cancelled' ` +
        `LEFT JOIN stations own ON own.locationId = o.locationId AND own.id = l.stationId ` +
        `LEFT JOIN stations rest ON rest.locationId = o.locationId AND rest.isDefault = 1 ` +
        `WHERE ${promised} GROUP BY o.locationId, o.requestedFor, ${COOKED_AT}`,
      values,
    },
    {
      sql: 'SELECT id AS heldAs, locationId AS slotLocation, slotAt, dishes AS heldDishes FROM slot_holds WHERE locationId = ? AND slotAt BETWEEN ? AND ? AND heldUntil > ?',
      values: [...values, nowMs],
    },
  ];
}

/** How full slots are; whoever takes one adds to it. */
export class SlotCounts {
  readonly #loads = new Map<string, SlotLoad>();
  readonly #holds = new Map<string, SlotHold>();

  constructor(rows: readonly Row[]) {
    for (const row of rows) {
      if (!('slotAt' in row)) continue;
      if ('heldAs' in row) {
        this.#holds.set(String(row['heldAs']), toHold(row));
        continue;
      }
      const dishes = 'dishes' in row ? { [String(row['stationId'])]: Number(row['dishes']) } : {};
      this.add(String(row['slotLocation']), Number(row['slotAt']), { orders: Number(row['orders'] ?? 0), dishes });
    }
  }

  /** What is promised and what is held; not what is held under the given key. */
  at(locationId: string, fromMs: number, ownKey?: string): SlotLoad {
    const slot = keyOf(locationId, fromMs);
    const held = [...this.#holds].filter(([key, hold]) => hold.slot === slot && key !== ownKey);
    return held.reduce((sum, [, { load }]) => addLoads(sum, load), this.#loads.get(slot) ?? NO_LOAD);
  }

  /** An order has taken its place. */
  release(key: string): void {
    this.#holds.delete(key);
  }

  add(locationId: string, fromMs: number, load: SlotLoad): void {
    const slot = keyOf(locationId, fromMs);
    this.#loads.set(slot, addLoads(this.#loads.get(slot) ?? NO_LOAD, load));
  }
}

interface SlotHold {
  readonly slot: string;
  readonly load: SlotLoad;
}

function toHold(row: Row): SlotHold {
  const dishes = JSON.parse(String(row['heldDishes'])) as SlotLoad['dishes'];
  return { slot: keyOf(String(row['slotLocation']), Number(row['slotAt'])), load: { orders: 1, dishes } };
}

function keyOf(locationId: string, fromMs: number): string {
  return `${locationId} ${String(fromMs)}`;
}
