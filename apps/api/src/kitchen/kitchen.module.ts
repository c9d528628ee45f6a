import { Module } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { LocationsModule } from '../locations/index.js';
import { OrderHooks, OrdersModule } from '../orders/index.js';
import { AllDay } from './boards/all-day.js';
import { BoardsController } from './boards/boards.controller.js';
import { Boards } from './boards/boards.js';
import { KeptBoards } from './boards/kept-boards.js';
import { KitchenSums } from './boards/kitchen-sums.repository.js';
import { KitchenTimes } from './boards/kitchen-times.js';
import { PickupBoardController } from './boards/pickup-board.controller.js';
import { PickupBoard } from './boards/pickup-board.js';
import { Coursing } from './firing/coursing.js';
import { Firing } from './firing/firing.js';
import { PassController } from './firing/pass.controller.js';
import { RefireController } from './firing/refire.controller.js';
import { Refiring } from './firing/refiring.js';
import { TicketBook } from './ticket/ticket-book.js';
import { TicketCommands } from './ticket/ticket-commands.js';
import { TicketHistory } from './ticket/ticket-history.js';
import { TicketLinesController } from './ticket/ticket-lines.controller.js';
import { TicketRepository } from './ticket/ticket.repository.js';
import { TicketsController } from './ticket/tickets.controller.js';
import { ChangesController } from './withdrawals/changes.controller.js';
import { DishChanges } from './withdrawals/dish-changes.js';
import { DishReplacing } from './withdrawals/dish-replacing.js';
import { ReplacementsController } from './withdrawals/replacements.controller.js';
import { UnansweredWatch } from './withdrawals/unanswered-watch.js';
import { Unanswered } from './withdrawals/unanswered.js';
import { Withdrawals } from './withdrawals/withdrawals.js';

const BOARDS = [AllDay, Boards, KeptBoards, KitchenSums, KitchenTimes, PickupBoard];
const FIRING = [Coursing, Firing, Refiring];
const TICKETS = [TicketBook, TicketCommands, TicketHistory, TicketRepository];
const WITHDRAWALS = [DishChanges, DishReplacing, Unanswered, UnansweredWatch, Withdrawals];

@Module({
  imports: [LocationsModule, OrdersModule],
  controllers: [
    BoardsController,
    PickupBoardController,
    PassController,
    TicketsController,
    TicketLinesController,
    RefireController,
    ChangesController,
    ReplacementsController,
  ],
  providers: [...BOARDS, ...FIRING, ...TICKETS, ...WITHDRAWALS],
  exports: [Boards, TicketCommands, Withdrawals],
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
    this.hooks.on('moved', (tx, turn) => this.tickets.moveTable(tx, turn));
    this.hooks.on('forgotten', (tx, turn) => this.tickets.forgetPerson(tx, turn));
    this.hooks.on('handed-over', (tx, turn) => this.tickets.handOver(tx, turn));
  }
}
