import type { Keyed } from '../../platform/http/index.js';
import type { Wish } from './order-making.js';

/** An order that waits to be placed, under its idempotency key. */
export interface Placement extends Wish {
  readonly keyed: Keyed;
}
