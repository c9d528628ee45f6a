import { Component, effect, inject, input, output, signal, untracked } from '@angular/core';
import type { TicketView } from '@comanda/shared';
import { ClockTimePipe } from '../../core/time/clock-time.pipe';
import { Banner } from '../../ui/banner/banner';
import { DialogSheet } from '../../ui/dialog-sheet/dialog-sheet';
import { KitchenPlace } from '../kitchen-place';
import { KITCHEN_TEXTS } from '../kitchen-texts';
import { TicketFeed } from '../live/ticket-feed';
import { TicketCommands } from '../ticket/ticket-commands';
import { dishesOf, stopwatch, titleOf } from '../ticket/ticket-words';

/** Bumped tickets, the last first, their clocks still running; each can come back to the board. */
@Component({
  selector: 'app-recall-sheet',
  imports: [Banner, ClockTimePipe, DialogSheet],
  templateUrl: './recall-sheet.html',
})
export class RecallSheet {
  readonly open = input.required<boolean>();
  readonly stationId = input.required<string | null>();
  readonly closed = output();

  protected readonly t = KITCHEN_TEXTS;
  protected readonly place = inject(KitchenPlace);
  protected readonly commands = inject(TicketCommands);
  private readonly feed = inject(TicketFeed);
  protected readonly state = signal<'loading' | 'loaded' | 'failed'>('loading');
  protected readonly titleOf = titleOf;
  protected readonly dishesOf = dishesOf;

  constructor() {
    effect(() => {
      const [open, stationId] = [this.open(), this.stationId()];
      if (open) untracked(() => void this.load(stationId));
    });
  }

  /** Since the kitchen first received it: the clock has never stopped for the guest. */
  protected running({ firedAt }: TicketView): string {
    return stopwatch(Math.max(0, Math.floor((this.feed.picture.now() - Date.parse(firedAt)) / 1000)));
  }

  protected recall(ticket: TicketView): void {
    void this.commands.recall(ticket);
    this.closed.emit();
  }

  private async load(stationId: string | null): Promise<void> {
    this.state.set('loading');
    try {
      await this.commands.loadBumped(stationId);
      this.state.set('loaded');
    } catch {
      this.state.set('failed');
    }
  }
}
