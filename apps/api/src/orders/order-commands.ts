import { Injectable } from '@nestjs/common';
import type { CancelOrderRequest, KitchenAnswer, PaymentMethod, RecordPaymentRequest } from '@comanda/shared';
import { paymentStateOf, refundDueMinor } from '@comanda/shared';
import { Clock, newId } from '../platform/clock/index.js';
import type { Tx } from '../platform/database/index.js';
import { actorName, DomainError } from '../platform/http/index.js';
import type { Staff } from '../platform/http/index.js';
import { isCancellableByGuest } from './domain/cancelling.js';
import { Accepting } from './accepting.js';
import { OrderBook } from './order-book.js';
import { OrderHooks } from './order-hooks.js';
import type { Order } from './order.js';
import { OrderRepository } from './order.repository.js';
import { Settling } from './settling.js';

/** Which order a command is for, by whom, and at which version it was seen. */
export interface OrderTarget {
  readonly id: string;
  readonly staff: Staff;
  readonly version?: number;
}

/** What staff, and to a point the guest, do with an order. Each command runs in the caller's transaction. */
@Injectable()
export class OrderCommands {
  constructor(
    private readonly book: OrderBook,
    private readonly hooks: OrderHooks,
    private readonly accepting: Accepting,
    private readonly settling: Settling,
    private readonly repository: OrderRepository,
    private readonly clock: Clock,
  ) {}

  async accept(tx: Tx, target: OrderTarget): Promise<void> {
    const order = await this.#lock(tx, target);
    await this.accepting.forStored(tx, order, target.staff.name, 'accept');
  }

  async reject(tx: Tx, target: OrderTarget, reason: string): Promise<void> {
    const order = await this.#lock(tx, target);
    this.book.move(order, 'reject');
    order.reason = reason;
    this.book.record(tx, order, { type: 'order.rejected', actor: target.staff.name });
    await this.#settleUnmade(tx, order, target.staff.name);
    this.book.save(tx, order);
  }

  /** Staff cancel at any time; without the kitchen's answer the cooks are asked about what they had started. */
  async cancel(tx: Tx, target: OrderTarget, { reason, kitchenAnswer }: CancelOrderRequest): Promise<void> {
    const order = await this.#lock(tx, target);
    await this.#cancel(tx, order, {
      reason,
      actor: actorName(target.staff),
      ...(kitchenAnswer === undefined ? {} : { answer: kitchenAnswer }),
    });
  }

  /** A guest cancels by the secret link until a cook starts. */
  async cancelAsGuest(tx: Tx, id: string, reason: string): Promise<void> {
    const order = await this.book.lock(tx, id);
    if (!isCancellableByGuest(order)) {
      throw new DomainError('invalid_transition', 'The order cannot be cancelled here any more. Ask the staff.');
    }
    await this.#cancel(tx, order, { reason, actor: 'guest' });
  }

  /** To the guest, or to the rider who brings it. */
  async handOver(tx: Tx, target: OrderTarget): Promise<void> {
    const order = await this.#lock(tx, target);
    this.book.handOver(tx, order, target.staff.name);
    await this.hooks.run('handed-over', tx, {
      order,
      lines: await this.book.lines(tx, order.id),
      actor: target.staff.name,
    });
    this.book.save(tx, order);
  }

  /** The rider has handed it to the guest. */
  async deliver(tx: Tx, target: OrderTarget): Promise<void> {
    const order = await this.#lock(tx, target);
    this.book.move(order, 'deliver');
    this.book.record(tx, order, { type: 'order.completed', actor: target.staff.name });
    this.book.save(tx, order);
  }

  /** Notes money taken at the counter or the table; never more than is owed. */
  async pay(tx: Tx, target: OrderTarget, { method, amountMinor }: RecordPaymentRequest): Promise<void> {
    const order = await this.#lock(tx, target);
    if (order.state === 'cancelled' || order.state === 'rejected' || order.state === 'expired') {
      throw new DomainError('invalid_transition', `The order is ${order.state}: nothing is owed.`);
    }
    const owedMinor = order.totalMinor - order.paidMinor;
    if (amountMinor > owedMinor) {
      const detail = 'This is more than is owed. Enter a smaller amount.';
      throw new DomainError('invalid_request', detail, [
        { pointer: '/amountMinor', code: 'too_large', detail, limit: owedMinor, actual: amountMinor },
      ]);
    }
    await this.#note(tx, { order, method, amountMinor, by: target.staff.name });
    order.paidMinor += amountMinor;
    const { totalMinor, paidMinor } = order;
    order.paymentState = paymentStateOf({ totalMinor, paidMinor, authorisedMinor: 0, refundedMinor: 0 });
    this.book.record(tx, order, { type: 'payment.recorded', actor: target.staff.name });
    this.book.save(tx, order);
  }

  /** Notes money given back; never more than is due. It stands among the payments, below zero. */
  async refund(tx: Tx, target: OrderTarget, { method, amountMinor }: RecordPaymentRequest): Promise<void> {
    const order = await this.#lock(tx, target);
    const dueMinor = refundDueMinor(order);
    if (amountMinor > dueMinor) {
      const detail = 'This is more than has to be given back. Enter a smaller amount.';
      throw new DomainError('invalid_request', detail, [
        { pointer: '/amountMinor', code: 'too_large', detail, limit: dueMinor, actual: amountMinor },
      ]);
    }
    const before = await this.repository.listPayments(order.id, tx.manager);
    const givenBack = before.reduce((sum, payment) => sum - Math.min(0, payment.amountMinor), 0);
    await this.#note(tx, { order, method, amountMinor: -amountMinor, by: target.staff.name });
    const takenMinor = order.paidMinor + givenBack;
    order.paidMinor -= amountMinor;
    order.paymentState = paymentStateOf({
      totalMinor: order.totalMinor,
      paidMinor: takenMinor,
      authorisedMinor: 0,
      refundedMinor: givenBack + amountMinor,
    });
    this.book.record(tx, order, { type: 'refund.recorded', actor: target.staff.name });
    this.book.save(tx, order);
  }

  async #note(
    tx: Tx,
    { order, ...money }: { order: Order; method: PaymentMethod; amountMinor: number; by: string },
  ): Promise<void> {
    await this.repository.addPayment(tx, { id: newId(), orderId: order.id, at: this.clock.now(), ...money });
  }

  async #cancel(tx: Tx, order: Order, facts: { reason: string; actor: string; answer?: KitchenAnswer }): Promise<void> {
    this.book.move(order, 'cancel');
    order.reason = facts.reason;
    this.book.record(tx, order, { type: 'order.cancelled', actor: facts.actor });
    await this.hooks.run('cancelled', tx, { order, lines: await this.book.lines(tx, order.id), ...facts });
    if (order.ticketCount === 0) await this.#settleUnmade(tx, order, facts.actor);
    this.book.save(tx, order);
  }

  async #settleUnmade(tx: Tx, order: Order, actor: string): Promise<void> {
    const lines = await this.book.lines(tx, order.id);
    await this.settling.settle(tx, { order, lines, actor, answer: 'not-made', extent: 'order' });
  }

  async #lock(tx: Tx, { id, staff, version }: OrderTarget): Promise<Order> {
    return this.book.lock(tx, id, { locationId: staff.locationId, ...(version === undefined ? {} : { version }) });
  }
}
