import { Injectable, inject } from '@angular/core';
import type { TicketView } from '@comanda/shared/kitchen';
import { KitchenSounds } from '../device/kitchen-sounds';
import { SheetState } from '../sheets/sheet-state';
import type { SlotFocus } from '../slots/slot-focus';
import { TicketCommands } from '../ticket/ticket-commands';
import type { BoardKey } from './board-keys';
import { BoardTickets } from './board-tickets';

/** Quicker than that nobody has read anything. */
const BOUNCE_MS = 1_000;
const WARNING_LASTS_MS = 30_000;

/** What the keys of a board do. */
@Injectable()
export class BoardCommands {
  private readonly board = inject(BoardTickets);
  private readonly commands = inject(TicketCommands);
  private readonly sheets = inject(SheetState);
  private readonly sounds = inject(KitchenSounds);
  private readonly warnedAt = new Map<string, number>();

  carryOut(key: Exclude<BoardKey, { readonly does: 'press' }>, focus: SlotFocus): void {
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
    else if (ticket.awaits.includes('allergy') && this.wasWarned(ticket)) this.commands.acknowledgeAllergy(ticket);
    else this.commands.bump(ticket);
  }

  /** A bar has no key for the allergy: the first press shows it, one some time later says that it was read. */
  private wasWarned({ id }: TicketView): boolean {
    const now = Date.now();
    const passed = now - (this.warnedAt.get(id) ?? 0);
    if (passed > WARNING_LASTS_MS) this.warnedAt.set(id, now);
    return passed >= BOUNCE_MS && passed <= WARNING_LASTS_MS;
  }

  private start(slot: number | null): void {
    const ticket = slot === null ? undefined : this.board.at(slot);
    if (ticket?.state === 'fired') this.commands.start(ticket);
  }
}
