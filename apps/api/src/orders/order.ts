import type { KitchenAnswer } from '@comanda/shared';
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

/** The turn at which an order is cancelled. */
export interface CancelledTurn extends OrderTurn {
  readonly reason: string;
  /** What somebody has said already; without it the cooks are asked about what they had started. */
  readonly answer?: KitchenAnswer;
}

/** Dishes that are not wanted any more, with their options, once it is known whether they were made. */
export interface SettledTurn extends OrderTurn {
  readonly answer: KitchenAnswer;
  /** Whether the lines are the whole order. */
  readonly extent: 'order' | 'dishes';
}

/** A dish, or an option that its own station makes, is made again; the lines are what is made, with its options. */
export interface RefiredTurn extends OrderTurn {
  /** Units of the first line. */
  readonly quantity: number;
  readonly reason: string;
}
