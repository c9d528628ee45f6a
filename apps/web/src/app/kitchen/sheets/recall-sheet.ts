import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import type { TicketLineView, TicketView } from '@comanda/shared/kitchen';
import { ClockTimePipe } from '../../core/time/clock-time.pipe';
import { Banner } from '../../ui/banner/banner';
import { DialogSheet } from '../../ui/dialog-sheet/dialog-sheet';
import { Icon } from '../../ui/icon/icon';
import { KitchenPlace } from '../kitchen-place';
import { KITCHEN_TEXTS } from '../kitchen-texts';
import { TicketFeed } from '../live/ticket-feed';
import { TicketCommands } from '../ticket/ticket-commands';
import { dishesOf, sourceOf, stopwatch, titleOf } from '../ticket/ticket-words';
import { RecallStore } from './recall-store';
import { SheetState } from './sheet-state';

/** The day's bumped tickets, found by their number; each comes back to the board, or one of its dishes is made again. */
@Component({
  selector: 'app-recall-sheet',
  imports: [Banner, ClockTimePipe, DialogSheet, Icon],
  templateUrl: './recall-sheet.html',
  styleUrl: './recall-sheet.css',
  providers: [RecallStore],
})
export class RecallSheet {
  protected readonly t = KITCHEN_TEXTS;
  protected readonly place = inject(KitchenPlace);
  protected readonly sheets = inject(SheetState);
  protected readonly store = inject(RecallStore);
  private readonly commands = inject(TicketCommands);
  private readonly feed = inject(TicketFeed);
  protected readonly titleOf = titleOf;
  protected readonly sourceOf = sourceOf;
  protected readonly dishesOf = dishesOf;
  protected readonly typed = signal('');
  /** The ticket of which a dish is to be made again. */
  protected readonly opened = signal<string | null>(null);
  /** The dish of it, once that is chosen. */
  protected readonly line = signal<string | null>(null);

  protected readonly found = computed(() => {
    const wanted = this.typed().trim().toLowerCase();
    return this.store
      .tickets()
      .filter((ticket) =>
        `${titleOf(ticket)} #${ticket.orderNumber} ${ticket.guestName ?? ''}`.toLowerCase().includes(wanted),
      );
  });

  constructor() {
    effect(() => {
      const [open, stationId] = [this.sheets.open(), this.sheets.stationId()];
      if (open !== 'recall') return;
      untracked(() => {
        this.typed.set('');
        this.opened.set(null);
        void this.store.load(stationId);
      });
    });
  }

  protected search(event: Event): void {
    this.typed.set((event.target as HTMLInputElement).value);
  }

  /** Since the kitchen first received it: the clock has never stopped for the guest. */
  protected running({ startAt }: TicketView): string {
    return stopwatch(Math.max(0, Math.floor((this.feed.picture.now() - Date.parse(startAt)) / 1000)));
  }

  protected recall(ticket: TicketView): void {
    void this.commands.recall(ticket);
    this.sheets.close();
  }

  protected open({ id }: TicketView): void {
    this.line.set(null);
    this.opened.update((opened) => (opened === id ? null : id));
  }

  protected remade({ lines }: TicketView): readonly TicketLineView[] {
    return lines.filter(({ state }) => state === 'ready' || state === 'handed');
  }

  protected refire(ticket: TicketView, lineId: string, reason: string): void {
    this.commands.refire(ticket, lineId, reason);
    this.sheets.close();
  }
}
