import { Module } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { LocationsModule } from '../locations/index.js';
import { OrderHooks, OrdersModule } from '../orders/index.js';
import { Boards } from './boards.js';
import { Firing } from './firing.js';
import { KitchenController } from './kitchen.controller.js';
import { TicketRepository } from './ticket.repository.js';
import { Tickets } from './tickets.js';

@Module({
  imports: [LocationsModule, OrdersModule],
  controllers: [KitchenController],
  providers: [Boards, Firing, TicketRepository, Tickets],
  exports: [Tickets],
})
export class KitchenModule implements OnModuleInit {
  constructor(
    private readonly hooks: OrderHooks,
    private readonly firing: Firing,
    private readonly tickets: Tickets,
  ) {}

  onModuleInit(): void {
    this.hooks.on('fired', (tx, turn) => this.firing.fire(tx, turn));
    this.hooks.on('cancelled', (tx, turn) => this.tickets.withdraw(tx, turn));
    this.hooks.on('handed-over', (tx, turn) => this.tickets.handOver(tx, turn));
  }
}
