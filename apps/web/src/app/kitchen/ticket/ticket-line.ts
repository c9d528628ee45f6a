import { Component, computed, input, output } from '@angular/core';
import type { KitchenAnswer } from '@comanda/shared';
import { Icon } from '../../ui/icon/icon';
import { speaksOfAllergy } from './allergy';
import { lineFlag, type BoardLine } from './board-lines';
import { TICKET_TEXTS } from './ticket-texts';
import { modifierWords } from './ticket-words';

/** What a cook taps on a line. */
export type LineTap = 'finish' | 'reopen';

/** A dish on a ticket: how many, what, and how. A tap strikes it, another takes that back. */
@Component({
  selector: 'app-ticket-line',
  imports: [Icon],
  templateUrl: './ticket-line.html',
  styleUrl: './ticket-line.css',
})
export class TicketLine {
  readonly line = input.required<BoardLine>();
  /** The server's time. */
  readonly now = input.required<number>();
  /** The guest has an allergy, so it matters what is in it. */
  readonly warned = input(false);
  readonly tapped = output<LineTap>();
  readonly acknowledged = output<KitchenAnswer | undefined>();

  protected readonly t = TICKET_TEXTS;
  protected readonly words = modifierWords;
  protected readonly speaksOfAllergy = speaksOfAllergy;
  protected readonly flag = computed(() => lineFlag(this.line(), this.now()));
  protected readonly waits = computed(() => this.line().state === 'held' || this.flag()?.kind === 'later');

  protected press(): void {
    const { done, gone } = this.line();
    if (!gone) this.tapped.emit(done ? 'reopen' : 'finish');
  }
}
