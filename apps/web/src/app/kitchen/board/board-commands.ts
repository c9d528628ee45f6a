import { Injectable, inject } from '@angular/core';
import { KitchenSounds } from '../device/kitchen-sounds';
import { SheetState } from '../sheets/sheet-state';
import type { SlotFocus } from '../slots/slot-focus';
import { TicketCommands } from '../ticket/ticket-commands';
import type { BoardKey } from './board-keys';
import { BoardTickets } from './board-tickets';

/** What the keys of a board do. */
@Injectable()
export class BoardCommands {
  private readonly board = inject(BoardTickets);
  private readonly commands = inject(TicketCommands);
  private readonly sheets = inject(SheetState);
  private readonly sounds = inject(KitchenSounds);

  carryOut(key: BoardKey, focus: SlotFocus): void {
    switch (key.does) {
      case 'bump':
        return this.bumpSlot(key.slot);
      case 'move':
        return focus.move(key.by);
      case 'step':
        return focus.step(key.by);
      case 'start':
        return this.start(focus.current());
      case 'recall-last':
        return void this.commands.recallLast(this.sheets.stationId());
      case 'recall-list':
        return this.sheets.show('recall');
      case 'close-up':
        return this.board.slots.closeUp();
      case 'mute':
        return this.sounds.toggle();
      case 'help':
        return this.sheets.show('keys');
      case 'all-day':
      case 'sold-out':
        return this.sheets.show(key.does);
    }
  }

  private bumpSlot(slot: number): void {
    const ticket = this.board.at(slot);
    if (ticket === undefined) return;
    if (ticket.state === 'cancelled') this.commands.acknowledge(ticket);
    else this.commands.bump(ticket);
  }

  private start(slot: number | null): void {
    const ticket = slot === null ? undefined : this.board.at(slot);
    if (ticket?.state === 'fired') this.commands.start(ticket);
  }
}
