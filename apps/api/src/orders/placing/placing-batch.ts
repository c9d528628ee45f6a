import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/index.js';
import {
  actorName,
  DomainError,
  etag,
  IdempotencyKeyRepository,
  isKept,
  toKeptAnswer,
} from '../../platform/http/index.js';
import type { KeyedAnswer } from '../../platform/http/index.js';
import { Seating } from '../../seating/index.js';
import { Accepting } from '../accepting.js';
import { OrderBook } from '../order-book.js';
import { OrderRepository } from '../order.repository.js';
import { toPlacedOrderView } from '../order.view.js';
import { BatchOpening } from './batch-opening.js';
import type { OpenBatch, OpenCounter } from './batch-opening.js';
import { SlotHolds } from '../slots/slot-holds.js';
import { OrderMaking } from './order-making.js';
import type { MadeOrder } from './order-making.js';
import { OrderNumbers } from './order-numbers.js';
import { OrderingSnapshots } from './ordering-snapshot.js';
import type { Placement } from './placement.js';
import { Provisioning } from './provisioning.js';

/** The answer to a placement, or a refusal that is not kept. */
export type Outcome = KeyedAnswer | DomainError;

/** Takes several orders in one transaction; each is taken or refused for itself. */
@Injectable()
export class PlacingBatch {
  constructor(
    private readonly opening: BatchOpening,
    private readonly making: OrderMaking,
    private readonly numbers: OrderNumbers,
    private readonly provisioning: Provisioning,
    private readonly book: OrderBook,
    private readonly accepting: Accepting,
    private readonly repository: OrderRepository,
    private readonly keys: IdempotencyKeyRepository,
    private readonly snapshots: OrderingSnapshots,
    private readonly seating: Seating,
    private readonly holds: SlotHolds,
  ) {}

  /** No two placements have the same key. */
  async place(tx: Tx, placements: readonly Placement[]): Promise<Outcome[]> {
    const batch = await this.opening.open(tx, placements);
    const outcomes: Outcome[] = [];
    for (const placement of placements) outcomes.push(await this.#decide(tx, batch, placement));
    for (const counter of batch.counters.values()) this.#close(tx, counter);
    return outcomes;
  }

  async #decide(tx: Tx, batch: OpenBatch, placement: Placement): Promise<Outcome> {
    try {
      const earlier = this.keys.keptBy(tx, batch.kept, placement.keyed);
      if (earlier) this.keys.countReplay(tx, placement.keyed);
      return earlier ?? (await this.#take(tx, batch, placement));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      if (!isKept(error)) return error;
      const answer = toKeptAnswer(error);
      this.keys.keep(tx, placement.keyed, answer);
      return { ...answer, replayed: false };
    }
  }

  /** All refusals come before the first effect. */
  async #take(tx: Tx, { counters, externals, slots }: OpenBatch, placement: Placement): Promise<KeyedAnswer> {
    const counter = counters.get(placement.locationId);
    if (!counter) throw new DomainError('not_found', 'There is no such restaurant.');
    const { snapshot, numbers } = counter;
    await placement.claim?.check(tx);
    externals.refuseTaken(placement);
    const made = this.making.make(snapshot, placement);
    const { order, lines } = made;
    const { slotHold } = placement.request.fulfilment;
    slots.require(snapshot, made, slotHold);
    await this.provisioning.take(tx, counter, made);
    slots.take(snapshot, made, slotHold);
    if (slotHold !== undefined) this.holds.consume(tx, slotHold, order);
    externals.take(placement);
    await this.#seat(tx, counter, { made, placement });
    order.number = await this.numbers.next(tx, numbers, order.businessDate);
    this.book.record(tx, order, { type: 'order.placed', actor: actorName(placement.actor) });
    const { location, stations } = snapshot;
    if (location.autoAccept) await this.accepting.accept(tx, { order, lines, actor: 'system', location, stations });
    this.repository.insert(tx, order, lines);
    placement.claim?.settle(tx, order);
    const view = toPlacedOrderView({ order, lines, location });
    const answer = { status: 201, headers: { etag: etag(view.version) }, body: view };
    this.keys.keep(tx, placement.keyed, answer);
    return { ...answer, replayed: false };
  }

  /** A round belongs to whoever sits at the table; what was sold in the past to nobody. */
  async #seat(tx: Tx, { seats }: OpenCounter, { made, placement }: { made: MadeOrder; placement: Placement }) {
    const { order, table } = made;
    if (!table || placement.request.placedAt !== undefined) return;
    const actor = actorName(placement.actor);
    const lastRoundAt = this.repository.lastRoundAt.bind(this.repository);
    order.sittingId = (await this.seating.sitAmong(tx, seats, { table, actor, lastRoundAt })).id;
  }

  #close(tx: Tx, counter: OpenCounter): void {
    const { snapshot, numbers } = counter;
    this.numbers.record(tx, numbers);
    const availability = this.provisioning.record(tx, counter);
    if (availability !== snapshot.availability)
      tx.afterCommit(() => this.snapshots.keep({ ...snapshot, availability }));
  }
}
