import { Module } from '@nestjs/common';
import { LocationsModule } from '../locations/index.js';
import { MenuModule } from '../menu/index.js';
import { OrderBook } from './order-book.js';
import { OrderCommands } from './order-commands.js';
import { OrderHooks } from './order-hooks.js';
import { OrderRepository } from './order.repository.js';
import { Placing } from './placing.js';

@Module({
  imports: [LocationsModule, MenuModule],
  providers: [OrderBook, OrderCommands, OrderHooks, OrderRepository, Placing],
  exports: [OrderBook, OrderCommands, OrderHooks, Placing],
})
export class OrdersModule {}
