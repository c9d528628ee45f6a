import type { Location, Station } from '../locations/index.js';
import type { OrderLineEntity } from './order-line.entity.js';
import type { OrderEntity } from './order.entity.js';

/** An order under its lock, as the modules behind this one see it. */
export type Order = OrderEntity;
export type OrderLine = OrderLineEntity;

/** An order with its lines, at a turn of its life, in the running transaction. */
export interface OrderTurn {
  readonly order: Order;
  readonly lines: readonly OrderLine[];
  /** `guest`, `system` or the staff member's name. */
  readonly actor: string;
}

/** The turn at which an order goes to the kitchen. */
export interface FiredTurn extends OrderTurn {
  readonly location: Location;
  readonly stations: readonly Station[];
}
