import { Injectable } from '@nestjs/common';
import type { SlotHoldView, SlotsRequest } from '@comanda/shared';
import { USUAL_HOLD_MINUTES } from '@comanda/shared';
import { IsNull } from 'typeorm';
import { Clock, toInstant } from '../../platform/clock/index.js';
import { Transactions } from '../../platform/database/index.js';
import type { Tx } from '../../platform/database/index.js';
import { DomainError } from '../../platform/http/index.js';
import { slotProblem } from '../domain/slot-problem.js';
import type { Order } from '../order.js';
import { OrderingSnapshots } from '../placing/ordering-snapshot.js';
import { Pricing, tableOf, wantedAtOf } from '../placing/pricing.js';
import { refusedSlot } from './slot-book.js';
import { SlotHoldEntity } from './slot-hold.entity.js';
import { SlotCounts, SlotLoads } from './slot-loads.js';
import { loadOf, MINUTE_MS, planOf, timesAt, zoneAt } from './slot-planning.js';
import { LOOK_AHEAD_MS } from './slot-ranges.js';

const USED = 'The order with this key was placed. Make a new key for another order.';
const EXPIRED =
  'DELETE FROM slot_holds WHERE locationId = ? AND heldUntil <= ? AND (orderedAt IS NULL OR orderedAt <= ?)';
type Consuming = Pick<Order, 'locationId' | 'requestedFor' | 'placedAt'>;
/** How late a request that was on its way may arrive after its order. */
const REMEMBERED_MS = 3_600_000;

/** Keeps a time for a guest at the checkout, under the lock under which orders are promised theirs. */
@Injectable()
export class SlotHolds {
  constructor(
    private readonly transactions: Transactions,
    private readonly snapshots: OrderingSnapshots,
    private readonly pricing: Pricing,
    private readonly loads: SlotLoads,
    private readonly clock: Clock,
  ) {}

  /**
   * Asked again for the same time it stays as long as it was: neither a retry nor a page that is left open prolongs it.
   * Another time takes its place. Throws `slot_full` or `slot_unavailable`, naming the next free time, and
   * `slot_hold_used` when the order with this key was placed: a request that comes late keeps nobody out.
   */
  async hold(locationId: string, key: string, request: SlotsRequest): Promise<SlotHoldView> {
    const slotAt = wantedAtOf(request);
    if (slotAt === undefined) throw new DomainError('slot_unavailable', 'Name the time that is to be kept.');
    const snapshot = await this.snapshots.recent(locationId);
    const { location, stations } = snapshot;
    tableOf(snapshot, request);
    const now = this.clock.now();
    const plan = planOf(location, zoneAt(location, request.fulfilment));
    const load = loadOf(this.pricing.price(snapshot, request, now).priced.lines, stations);
    const { holdMinutes = USUAL_HOLD_MINUTES, slotMinutes } = plan.settings;
    const range = { from: toInstant(slotAt), until: toInstant(slotAt + slotMinutes * MINUTE_MS) };
    return this.transactions.run(async (tx) => {
      const own = await this.#open(tx, { locationId, key, slotAt });
      if (own.hold && own.hold.orderedAt !== null) throw new DomainError('slot_hold_used', USED);
      const times = timesAt(location, plan, now);
      const taken = (fromMs: number) => own.counts.at(locationId, fromMs, key);
      const problem = slotProblem(plan, { askedMs: slotAt, times, wanted: load, taken });
      if (problem) throw refusedSlot(problem);
      if (holdMinutes === 0) return range;
      const stays = own.hold?.slotAt === slotAt && own.hold.locationId === locationId && own.hold.heldUntil > now;
      const heldUntil = (stays ? own.hold?.heldUntil : undefined) ?? now + holdMinutes * MINUTE_MS;
      const hold = { id: key, locationId, slotAt, dishes: { ...load.dishes }, heldUntil, orderedAt: null };
      const changed = ['locationId', 'slotAt', 'dishes', 'heldUntil'] as const;
      tx.write(...tx.table(SlotHoldEntity).upsert([hold], ['id'], changed));
      tx.write({ sql: EXPIRED, values: [locationId, now, now - REMEMBERED_MS] });
      return { ...range, heldUntil: toInstant(heldUntil) };
    });
  }

  /** Gives the time back. Throws `not_found` when it is not held: then it is free already. */
  async release(locationId: string, key: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const { affected } = await tx.manager.delete(SlotHoldEntity, { id: key, locationId, orderedAt: IsNull() });
      if (!affected) throw new DomainError('not_found', 'This time is not held.');
    });
  }

  /** With the order that takes its place; also where it was not held yet. */
  consume(tx: Tx, key: string, { locationId, requestedFor, placedAt }: Consuming): void {
    // Before any instant: whoever waited for the lock counts what is held by the clock of when the waiting began.
    const spent = { heldUntil: 0, orderedAt: this.clock.now() };
    const used = { id: key, locationId, slotAt: requestedFor ?? placedAt, dishes: {}, ...spent };
    tx.write(...tx.table(SlotHoldEntity).upsert([used], ['id'], ['heldUntil', 'orderedAt']));
  }

  async #open(tx: Tx, { locationId, key, slotAt }: Pick<SlotHoldEntity, 'locationId' | 'slotAt'> & { key: string }) {
    const table = tx.table(SlotHoldEntity);
    const range = { locationId, fromMs: slotAt, untilMs: slotAt + LOOK_AHEAD_MS };
    const answers = await tx.send([...this.loads.lock([range]), table.select('id = ?', [key])]);
    const [found] = answers.at(-1) ?? [];
    return { counts: new SlotCounts(answers.slice(0, -1).flat()), hold: found && table.read(found) };
  }
}
