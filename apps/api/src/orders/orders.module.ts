import { Module } from '@nestjs/common';
import { LocationsModule } from '../locations/index.js';
import { MenuModule } from '../menu/index.js';
import { OrderBook } from './order-book.js';
import { OrderCommands } from './order-commands.js';
import { OrderHooks } from './order-hooks.js';
import { OrderReading } from './order-reading.js';
import { OrderRepository } from './order.repository.js';
import { OrderingController } from './ordering.controller.js';
import { Placing } from './placing.js';
import { StaffOrdersController } from './staff-orders.controller.js';
import { TrackingController } from './tracking.controller.js';

@Module({
  imports: [LocationsModule, MenuModule],
  controllers: [OrderingController, StaffOrdersController, TrackingController],
  providers: [OrderReading, OrderBook, OrderCommands, OrderHooks, OrderRepository, Placing],
  exports: [OrderReading, OrderBook, OrderCommands, OrderHooks, Placing],
})
export class OrdersModule {}
