export { OrderBook } from './order-book.js';
export type { OrderFact } from './order-book.js';
export { OrderCommands } from './order-commands.js';
export { OrderHooks } from './order-hooks.js';
export type { CancelledTurn, FiredTurn, Order, OrderLine, OrderTurn, RefiredTurn, SettledTurn } from './order.js';
export { OrdersModule } from './orders.module.js';
export { PlacingLane } from './placing/placing-lane.js';
export { OrderReading } from './order-reading.js';
export { Settling } from './settling.js';
