import { Component, computed, inject, input, output } from '@angular/core';
import type { PaymentState, TicketLineView, TicketState } from '@comanda/shared';
import { Icon } from '../../ui/icon/icon';
import { KitchenPlace } from '../kitchen-place';
import { MoreBelow } from '../slots/more-below';
import { isDone, modifierWords, sourceOf, stopwatch, titleOf } from '../ticket/ticket-words';
import { allergyWords } from '../ticket/allergy';
import { TICKET_TEXTS } from '../ticket/ticket-texts';
import { lateSeconds, packingOf, type PassOrder } from './expo-orders';
import { EXPO_TEXTS, PAYMENT_WORDS, STATION_WORDS } from './expo-texts';

const SETTLED: readonly PaymentState[] = ['paid', 'authorised', 'refunded', 'partly-refunded'];

/** A whole order at the pass: each dish with its station and how far that is; green when the last one is done. */
@Component({
  selector: 'app-expo-card',
  imports: [Icon, MoreBelow],
  templateUrl: './expo-card.html',
  styleUrl: './expo-card.css',
})
export class ExpoCard {
  readonly order = input.required<PassOrder>();
  /** The server's time. */
  readonly now = input.required<number>();
  readonly key = input.required<string>();
  readonly failure = input<string | null>(null);
  readonly handedOver = output();
  readonly rushed = output<boolean>();
  readonly courseFired = output<number>();
  readonly lineHanded = output<{ readonly ticketId: string; readonly lineId: string }>();

  protected readonly t = { ...TICKET_TEXTS, ...EXPO_TEXTS };
  private readonly place = inject(KitchenPlace);
  protected readonly words = modifierWords;
  protected readonly title = computed(() => titleOf(this.order()));
  protected readonly source = computed(() => sourceOf(this.order()));
  protected readonly clock = computed(() =>
    stopwatch(Math.max(0, Math.floor((this.now() - Date.parse(this.order().placedAt)) / 1000))),
  );
  protected readonly late = computed(() => lateSeconds(this.order(), this.now()));
  protected readonly payment = computed(() => PAYMENT_WORDS[this.order().paymentState]);
  protected readonly settled = computed(() => SETTLED.includes(this.order().paymentState));
  protected readonly packing = computed(() => packingOf(this.order()));
  protected readonly missing = computed(() =>
    this.order()
      .openTickets.map(({ stationId }) => this.place.stationName(stationId))
      .join(', '),
  );
  protected readonly flag = computed(() => {
    if (this.order().ready) return this.t.ready;
    const open = this.t.open(this.order().openTickets.length);
    return this.late() > 0 ? `${this.t.late} +${stopwatch(this.late())} · ${open}` : open;
  });
  protected readonly spoken = computed(() => {
    const lateness = this.late() > 0 ? [TICKET_TEXTS.spokenLate(Math.floor(this.late() / 60))] : [];
    const state = this.order().ready ? this.t.spokenReady : this.t.spokenWaiting(this.missing());
    return [this.title(), ...lateness, state, this.payment().toLowerCase()].join(', ');
  });
  protected readonly warning = computed(() => [...new Set(this.order().tickets.map(allergyWords))].join(' ').trim());
  /** The next course that waits for its sign. */
  protected readonly nextCourse = computed(() => {
    const held = this.order().tickets.flatMap(({ lines }) => lines.filter(({ state }) => state === 'held'));
    return held.length === 0 ? null : Math.min(...held.map(({ course }) => course));
  });
  protected readonly outstanding = computed(() => {
    const { outstanding, handed } = this.order().counts;
    return handed === 0 ? null : this.t.outstanding(outstanding, outstanding + handed);
  });
  protected readonly lines = computed(() =>
    this.order().tickets.flatMap((ticket) =>
      ticket.lines.map((line) => ({
        ...line,
        ticketId: ticket.id,
        station: this.place.stationName(ticket.stationId),
        state: stateOf(line, ticket.state),
        done: isDone(line),
      })),
    ),
  );
  protected readonly stateWords = STATION_WORDS;
}

/** A dish that waits while the station is at another one of the same ticket still waits. */
function stateOf({ state }: TicketLineView, ticket: TicketState): TicketState {
  return ticket === 'closed' ? 'closed' : state;
}
