import { Injectable, computed, inject } from '@angular/core';
import type { TicketView } from '@comanda/shared/kitchen';
import { TicketFeed } from '../live/ticket-feed';
import { asWished } from '../outbox/cook-wish';
import { Outbox } from '../outbox/outbox';
import { SlotBoard } from '../slots/slot-board';
import type { SlotView } from '../slots/slots';
import { Departures, type Departure } from '../ticket/departures';
import { isForLater } from '../ticket/ticket-words';
import { keyOfSlot } from './board-keys';
import { wishOf } from './ticket-wish';

/** A slot with what stands in it. */
export interface BoardCell extends SlotView {
  readonly key: string;
  readonly ticket: TicketView | undefined;
  readonly departure: Departure | undefined;
}

/** The tickets of a board in their slots, as the cooks at this screen have left them. Needs an injection context. */
@Injectable()
export class BoardTickets {
  private readonly feed = inject(TicketFeed);
  private readonly departures = inject(Departures);
  private readonly outbox = inject(Outbox);

  /** Those to be cooked: what waits in the outbox counts as done. */
  readonly open = computed(() => {
    const wishes = this.outbox.waiting();
    const tickets = this.feed.onBoard();
    if (wishes.length === 0) return tickets;
    return tickets.flatMap((ticket) => asWished(ticket, wishes) ?? []);
  });
  /** Their station is to begin later, so that all of an order is done together; the next one first. */
  readonly later = computed(
    () => {
      const now = this.feed.picture.now();
      return this.open()
        .filter(({ startAt, state }) => state === 'fired' && isForLater(startAt, now))
        .sort((one, other) => one.startAt.localeCompare(other.startAt));
    },
    { equal: (one, other) => one.length === other.length && one.every((ticket, index) => ticket === other[index]) },
  );
  /** With those whose ring still runs. */
  readonly shown = computed(() => {
    const leaving = this.departures.all();
    const later = new Set(this.later());
    const staying = this.open().filter((ticket) => !leaving.has(ticket.id) && !later.has(ticket));
    const gone = [...leaving.values()].map(({ ticket }) => ticket);
    return [...staying, ...gone].sort(
      (one, other) => Number(other.rush) - Number(one.rush) || one.dueAt.localeCompare(other.dueAt),
    );
  });
  readonly slots = new SlotBoard(computed(() => this.shown().map(wishOf)));
  readonly cells = computed<BoardCell[]>(() => {
    const tickets = new Map(this.shown().map((ticket) => [ticket.id, ticket]));
    return this.slots.views().map((view) => ({
      ...view,
      key: keyOfSlot(view.index),
      ticket: view.id === null ? undefined : tickets.get(view.id),
      departure: view.id === null ? undefined : this.departures.all().get(view.id),
    }));
  });
  /** Those for whom there is no slot, the next one first. */
  readonly queue = computed(() => {
    const ids = new Set(this.slots.waiting());
    return this.shown().filter(({ id }) => ids.has(id));
  });
  /** Tickets with a tap that has not reached the server. */
  readonly notSent = computed(() => new Set(this.outbox.waiting().map(({ ticketId }) => ticketId)));

  /** The ticket to which a command on the slot belongs; none while one leaves it. */
  at(slot: number): TicketView | undefined {
    const id = this.slots.at(slot);
    return this.shown().find((ticket) => ticket.id === id && !this.departures.all().has(ticket.id));
  }
}
