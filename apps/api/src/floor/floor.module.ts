import { Module } from '@nestjs/common';
import { KitchenModule } from '../kitchen/index.js';
import { LocationsModule } from '../locations/index.js';
import { OrdersModule } from '../orders/index.js';
import { SeatingModule } from '../seating/index.js';
import { CallsController } from './calls.controller.js';
import { FloorController } from './floor.controller.js';
import { FloorReading } from './floor-reading.js';
import { GuestTableController } from './guest-table.controller.js';
import { SittingCommands } from './sitting-commands.js';
import { SittingsController } from './sittings.controller.js';

@Module({
  imports: [LocationsModule, SeatingModule, OrdersModule, KitchenModule],
  controllers: [FloorController, SittingsController, CallsController, GuestTableController],
  providers: [FloorReading, SittingCommands],
})
export class FloorModule {}
