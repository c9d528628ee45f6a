import { Module } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { LocationsModule } from '../locations/index.js';
import { OrderHooks, OrdersModule } from '../orders/index.js';
import { BoardsController } from './boards/boards.controller.js';
import { Boards } from './boards/boards.js';
import { Firing } from './firing/firing.js';
import { TicketBook } from './ticket/ticket-book.js';
import { TicketCommands } from './ticket/ticket-commands.js';
import { TicketHistory } from './ticket/ticket-history.js';
import { TicketLinesController } from './ticket/ticket-lines.controller.js';
import { TicketRepository } from './ticket/ticket.repository.js';
import { TicketsController } from './ticket/tickets.controller.js';
import { Withdrawals } from './withdrawals/withdrawals.js';

@Module({
  imports: [LocationsModule, OrdersModule],
  controllers: [BoardsController, TicketsController, TicketLinesController],
  providers: [Boards, Firing, TicketBook, TicketCommands, TicketHistory, TicketRepository, Withdrawals],
  exports: [TicketCommands, Withdrawals],
})
export class KitchenModule implements OnModuleInit {
  constructor(
    private readonly hooks: OrderHooks,
    private readonly firing: Firing,
    private readonly tickets: TicketCommands,
    private readonly withdrawals: Withdrawals,
  ) {}

  onModuleInit(): void {
    this.hooks.on('fired', (tx, turn) => this.firing.fire(tx, turn));
    this.hooks.on('cancelled', (tx, turn) => this.withdrawals.withdrawOrder(tx, turn));
    this.hooks.on('handed-over', (tx, turn) => this.tickets.handOver(tx, turn));
  }
}
