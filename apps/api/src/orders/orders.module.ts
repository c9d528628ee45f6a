import { Module } from '@nestjs/common';
import { InventoryModule } from '../inventory/index.js';
import { LocationsModule } from '../locations/index.js';
import { MenuModule } from '../menu/index.js';
import { SeatingModule } from '../seating/index.js';
import { Accepting } from './accepting.js';
import { DeliveryCheck } from './delivery/delivery-check.js';
import { LineChanges } from './line-changes.js';
import { OrderBook } from './order-book.js';
import { OrderCommands } from './order-commands.js';
import { OrderForgetting } from './order-forgetting.js';
import { OrderHooks } from './order-hooks.js';
import { OrderMoving } from './order-moving.js';
import { OrderReading } from './order-reading.js';
import { OrderRepository } from './order.repository.js';
import { OrderingController } from './ordering.controller.js';
import { Pairings } from './pairings/pairings.js';
import { PairingsController } from './pairings/pairings.controller.js';
import { BatchOpening } from './placing/batch-opening.js';
import { OrderMaking } from './placing/order-making.js';
import { OrderNumbers } from './placing/order-numbers.js';
import { OrderingSnapshots } from './placing/ordering-snapshot.js';
import { PlacingBatch } from './placing/placing-batch.js';
import { PlacingLane } from './placing/placing-lane.js';
import { Pricing } from './placing/pricing.js';
import { Provisioning } from './placing/provisioning.js';
import { Quoting } from './placing/quoting.js';
import { Replacing } from './placing/replacing.js';
import { Provisions } from './provisions.js';
import { Settling } from './settling.js';
import { DueOrders } from './slots/due-orders.js';
import { DueWatch } from './slots/due-watch.js';
import { SlotHoldsController } from './slots/slot-holds.controller.js';
import { SlotHolds } from './slots/slot-holds.js';
import { SlotLoads } from './slots/slot-loads.js';
import { Slots } from './slots/slots.js';
import { StaffOrdersController } from './staff-orders.controller.js';
import { TrackingController } from './tracking.controller.js';

const PLACING = [
  BatchOpening,
  OrderMaking,
  OrderNumbers,
  OrderingSnapshots,
  PlacingBatch,
  Provisioning,
  PlacingLane,
  Pricing,
  Quoting,
  Replacing,
];

const SLOTS = [DueOrders, DueWatch, SlotHolds, SlotLoads, Slots];

@Module({
  imports: [LocationsModule, MenuModule, InventoryModule, SeatingModule],
  controllers: [OrderingController, PairingsController, SlotHoldsController, StaffOrdersController, TrackingController],
  providers: [
    OrderReading,
    OrderBook,
    OrderCommands,
    OrderForgetting,
    OrderHooks,
    OrderMoving,
    OrderRepository,
    Accepting,
    LineChanges,
    Pairings,
    Provisions,
    Settling,
    ...PLACING,
    ...SLOTS,
    DeliveryCheck,
  ],
  exports: [
    OrderReading,
    OrderBook,
    OrderCommands,
    OrderForgetting,
    OrderHooks,
    OrderMoving,
    PlacingLane,
    Quoting,
    Replacing,
    LineChanges,
    Settling,
  ],
})
export class OrdersModule {}
