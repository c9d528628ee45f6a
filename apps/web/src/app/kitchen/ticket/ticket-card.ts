import { Component, computed, input, output } from '@angular/core';
import { ticketAge, type TicketView } from '@comanda/shared';
import { Icon } from '../../ui/icon/icon';
import { MoreBelow } from '../slots/more-below';
import { allergyNotes, speaksOfAllergy } from './allergy';
import { flagsOf, isDone, modifierWords, sourceOf, spokenTicket, standingOf, stopwatch, titleOf } from './ticket-words';
import { TICKET_TEXTS } from './ticket-texts';

const ARRIVAL_SECONDS = 4;

/** All that a station must do for one order. A tap on the head bumps it, a tap on an item strikes that. */
@Component({
  selector: 'app-ticket-card',
  imports: [Icon, MoreBelow],
  templateUrl: './ticket-card.html',
  styleUrl: './ticket-card.css',
})
export class TicketCard {
  readonly ticket = input.required<TicketView>();
  /** The server's time. */
  readonly now = input.required<number>();
  /** The key of its slot. */
  readonly key = input.required<string>();
  readonly stationName = input<string | null>(null);
  readonly failure = input<string | null>(null);
  readonly linesOnTheWay = input<ReadonlySet<string>>(new Set());
  readonly bumped = output();
  readonly started = output();
  readonly acknowledged = output();
  readonly lineDone = output<string>();

  protected readonly t = TICKET_TEXTS;
  protected readonly words = modifierWords;
  protected readonly speaksOfAllergy = speaksOfAllergy;
  protected readonly title = computed(() => titleOf(this.ticket()));
  protected readonly source = computed(() => {
    const station = this.stationName();
    return station === null ? sourceOf(this.ticket()) : `${station} · ${sourceOf(this.ticket())}`;
  });
  protected readonly standing = computed(() => standingOf(this.ticket(), this.now()));
  protected readonly cancelled = computed(() => this.ticket().state === 'cancelled');
  protected readonly clock = computed(() => stopwatch(ticketAge(this.ticket(), this.now()).elapsedSeconds));
  protected readonly flags = computed(() => flagsOf(this.ticket(), this.now()));
  protected readonly spoken = computed(() => spokenTicket(this.ticket(), this.now()));
  protected readonly warnings = computed(() => allergyNotes(this.ticket()));
  protected readonly startable = computed(() => this.ticket().state === 'fired');
  /** It slides in once; a ticket that was there before the screen was opened does not. */
  protected readonly fresh = computed(() => {
    const ticket = this.ticket();
    return ticket.state === 'fired' && ticketAge(ticket, this.now()).elapsedSeconds < ARRIVAL_SECONDS;
  });
  protected readonly lines = computed(() => {
    const [ticket, onTheWay] = [this.ticket(), this.linesOnTheWay()];
    return ticket.lines.map((line) => ({
      ...line,
      done: isDone(line) || onTheWay.has(line.id),
      gone: line.state === 'cancelled',
    }));
  });

  protected pressHead(): void {
    if (this.cancelled()) this.acknowledged.emit();
    else this.bumped.emit();
  }

  protected pressLine({ id, done, gone }: { id: string; done: boolean; gone: boolean }): void {
    if (!done && !gone) this.lineDone.emit(id);
  }
}
