import type { BasketProblem } from '@comanda/shared';
import { DomainError } from '../../platform/http/index.js';
import { slotProblem } from '../domain/slot-problem.js';
import type { MadeOrder } from '../placing/order-making.js';
import type { OrderingSnapshot } from '../placing/ordering-snapshot.js';
import { loadOf, planOf, timesAt } from './slot-planning.js';
import type { SlotCounts } from './slot-loads.js';

/** The slots that a batch may promise; nobody else promises any of them meanwhile. */
export class SlotBook {
  constructor(private readonly counts: SlotCounts) {}

  /** Throws `slot_full` or `slot_unavailable`, naming the next free time. */
  require({ location, stations }: OrderingSnapshot, { order, dishes, zone }: MadeOrder, ownKey?: string): void {
    // What was promised in the past is not held against what is free now.
    if (order.requestedFor === null || order.source === 'takeover') return;
    const plan = planOf(location, zone);
    const problem = slotProblem(plan, {
      askedMs: order.requestedFor,
      times: timesAt(location, plan, order.placedAt),
      wanted: loadOf(dishes, stations),
      taken: (fromMs) => this.counts.at(location.id, fromMs, ownKey),
    });
    if (problem) throw refusedSlot(problem);
  }

  /** What was held for it becomes the order's. */
  take({ location, stations }: OrderingSnapshot, { order, dishes }: MadeOrder, ownKey?: string): void {
    if (ownKey !== undefined) this.counts.release(ownKey);
    if (order.requestedFor !== null) this.counts.add(location.id, order.requestedFor, loadOf(dishes, stations));
  }
}

/** The refusal of a time, which names the next free one. */
export function refusedSlot(problem: BasketProblem): DomainError {
  return new DomainError(problem.code === 'slot_full' ? 'slot_full' : 'slot_unavailable', problem.detail, [problem]);
}
