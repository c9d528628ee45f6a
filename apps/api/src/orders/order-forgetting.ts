import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database/index.js';
import { EventRedaction } from '../platform/events/index.js';
import { IdempotencyKeyRepository } from '../platform/http/index.js';
import { withoutPerson } from './domain/without-person.js';
import { OrderBook } from './order-book.js';
import { OrderHooks } from './order-hooks.js';
import { OrderLineEntity } from './order-line.entity.js';

/** Takes the person out of orders: what was sold, when and for how much stays for the books. */
@Injectable()
export class OrderForgetting {
  constructor(
    private readonly book: OrderBook,
    private readonly hooks: OrderHooks,
    private readonly redaction: EventRedaction,
    private readonly keys: IdempotencyKeyRepository,
  ) {}

  /** In the order of the ids, so that two of these do not wait for each other. */
  async forget(tx: Tx, ids: readonly string[], actor: string): Promise<void> {
    for (const id of [...ids].sort()) await this.#forgetOne(tx, id, actor);
  }

  async #forgetOne(tx: Tx, id: string, actor: string): Promise<void> {
    const order = await this.book.lock(tx, id);
    const nobody = { guestName: null, guestPhone: null, note: null, address: null, allergies: null };
    Object.assign(order, nobody);
    tx.write(tx.table(OrderLineEntity).update({ note: null, guestName: null, allergies: null }, { orderId: id }));
    const changedAt = await this.redaction.rewrite(tx, { kind: 'order', id }, withoutPerson);
    await this.keys.redact(tx, { about: id, changedAt }, withoutPerson);
    const lines = await this.book.lines(tx, id);
    await this.hooks.run('forgotten', tx, { order, lines, actor });
    this.book.record(tx, order, { type: 'order.forgotten', actor });
    this.book.save(tx, order);
  }
}
