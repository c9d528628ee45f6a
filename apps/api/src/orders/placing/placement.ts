import type { Tx } from '../../platform/database/index.js';
import type { Keyed } from '../../platform/http/index.js';
import type { Order } from '../order.js';
import type { Wish } from './order-making.js';

/** An order that waits to be placed, under its idempotency key. */
export interface Placement extends Wish {
  readonly keyed: Keyed;
  readonly claim?: Claim;
}

/** What belongs to an order and must become true with it, in the same transaction, or keeps it from being placed. */
export interface Claim {
  /**
   * Before the first effect; what it throws refuses the order. It locks what it looks at, and knows by itself what other
   * claims have settled in the same transaction, for that is written at its end.
   */
  readonly check: (tx: Tx) => Promise<void>;
  readonly settle: (tx: Tx, order: Order) => void;
}
