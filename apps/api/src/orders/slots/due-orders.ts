import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { Transactions } from '../../platform/database/index.js';
import { Accepting } from '../accepting.js';
import { OrderBook } from '../order-book.js';
import { OrderRepository } from '../order.repository.js';

const AT_ONCE = 50;

/** Orders for later whose time has come: they go to the kitchen. */
@Injectable()
export class DueOrders {
  readonly #logger = new Logger(DueOrders.name);

  constructor(
    private readonly repository: OrderRepository,
    private readonly book: OrderBook,
    private readonly accepting: Accepting,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Each once, whichever process sees it first. One that cannot be fired keeps no other from it. */
  async fireAll(): Promise<void> {
    const due = await this.repository.listDue(this.clock.now(), AT_ONCE);
    for (const id of due) {
      await this.#fire(id).catch((error: unknown) =>
        this.#logger.error(`The order ${id} is due and was not fired; the next try is in seconds. ${String(error)}`),
      );
    }
  }

  /** Under the order's lock its state decides. */
  #fire(id: string): Promise<void> {
    return this.transactions.run(async (tx) => {
      const order = await this.book.lock(tx, id);
      if (order.state === 'scheduled') await this.accepting.forStored(tx, order, 'system', 'becomeDue');
    });
  }
}
