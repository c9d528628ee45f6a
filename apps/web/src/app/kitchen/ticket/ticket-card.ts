import { Component, computed, inject, input, output } from '@angular/core';
import type { KitchenAnswer } from '@comanda/shared';
import { ticketAge, type TicketView } from '@comanda/shared/kitchen';
import { formatClockTime } from '../../core/time/clock-time.pipe';
import { Icon } from '../../ui/icon/icon';
import { KitchenPlace } from '../kitchen-place';
import { MoreBelow } from '../slots/more-below';
import { allergyWords, speaksOfAllergy } from './allergy';
import { boardLines } from './board-lines';
import { flagsOf, sourceOf, spokenTicket, standingOf, stopwatch, titleOf } from './ticket-words';
import { TICKET_TEXTS } from './ticket-texts';
import { TicketLine, type LineTap } from './ticket-line';

const ARRIVAL_SECONDS = 4;

/** Lines that are drawn as one, and what was tapped. */
export interface TappedLine {
  readonly lineIds: readonly string[];
  readonly tap: LineTap;
}

export interface SeenLine {
  readonly lineIds: readonly string[];
  readonly answer: KitchenAnswer | undefined;
}

/** All that a station must do for one order. A tap on the head bumps it, a tap on an item strikes that. */
@Component({
  selector: 'app-ticket-card',
  imports: [Icon, MoreBelow, TicketLine],
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
  /** A tap on it has not reached the server. */
  readonly notSent = input(false);
  readonly linesOnTheWay = input<ReadonlySet<string>>(new Set());
  readonly bumped = output();
  readonly started = output();
  readonly acknowledged = output();
  readonly allergyRead = output();
  readonly lineTapped = output<TappedLine>();
  readonly lineSeen = output<SeenLine>();

  private readonly place = inject(KitchenPlace);
  protected readonly t = TICKET_TEXTS;
  protected readonly speaksOfAllergy = speaksOfAllergy;
  protected readonly title = computed(() => titleOf(this.ticket()));
  protected readonly source = computed(() => {
    const station = this.stationName();
    return station === null ? sourceOf(this.ticket()) : `${station} · ${sourceOf(this.ticket())}`;
  });
  protected readonly standing = computed(() => standingOf(this.ticket(), this.now()));
  protected readonly cancelled = computed(() => this.ticket().state === 'cancelled');
  protected readonly clock = computed(() => stopwatch(ticketAge(this.ticket(), this.now()).elapsedSeconds));
  protected readonly flags = computed(() => [
    ...(this.notSent() ? [this.t.notSent] : []),
    ...flagsOf(this.ticket(), this.now()),
  ]);
  protected readonly spoken = computed(() => spokenTicket(this.ticket(), this.now()));
  /** All that the kitchen knows of the guest's allergies, in one bar. */
  protected readonly warning = computed(() => allergyWords(this.ticket()));
  protected readonly mustRead = computed(() => this.ticket().awaits.includes('allergy'));
  protected readonly startable = computed(() => this.ticket().state === 'fired');
  /** It slides in once; a ticket that was there before the screen was opened does not. */
  protected readonly fresh = computed(() => {
    const ticket = this.ticket();
    return ticket.state === 'fired' && ticketAge(ticket, this.now()).elapsedSeconds < ARRIVAL_SECONDS;
  });
  protected readonly lines = computed(() =>
    boardLines(this.ticket(), this.linesOnTheWay(), (at) => formatClockTime(at, this.place.timezone(), 'en-GB')),
  );

  protected pressHead(): void {
    if (this.cancelled()) this.acknowledged.emit();
    else this.bumped.emit();
  }
}
