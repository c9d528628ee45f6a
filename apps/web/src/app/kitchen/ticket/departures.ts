import { DestroyRef, Injectable, inject, signal } from '@angular/core';
import type { TicketView } from '@comanda/shared';

/** How long a bumped ticket keeps its slot, so that the bump can be taken back. */
export const UNDO_MS = 4_000;

/** A ticket on its way off the board. */
export interface Departure {
  readonly ticket: TicketView;
  /** The name of somebody else who bumped it; null when it was bumped here. */
  readonly by: string | null;
  /** The server has not confirmed it yet: the slot is kept until it does. */
  readonly sending: boolean;
  /** The server was not there: the bump waits in the outbox and gives its slot free. */
  readonly waits: boolean;
  /** Why it could not be brought back. */
  readonly failure: string | null;
}

/** Bumped tickets in their last seconds on the board; each has a clock of its own. */
@Injectable()
export class Departures {
  private readonly current = signal<ReadonlyMap<string, Departure>>(new Map());
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly overdue = new Set<string>();

  readonly all = this.current.asReadonly();

  constructor() {
    inject(DestroyRef).onDestroy(() => this.timers.forEach((timer) => clearTimeout(timer)));
  }

  begin(ticket: TicketView, { by, sending }: Pick<Departure, 'by' | 'sending'>): void {
    this.put({ ticket, by, sending, waits: false, failure: null });
    this.startClock(ticket.id);
  }

  /** The server has confirmed it. */
  settle(id: string): void {
    const departure = this.current().get(id);
    if (departure === undefined) return;
    if (this.overdue.has(id)) this.end(id);
    else this.put({ ...departure, sending: false, waits: false });
  }

  /** The server is not there: the outbox has it now, and the slot is needed. */
  wait(id: string): void {
    const departure = this.current().get(id);
    if (departure?.sending !== true) return;
    if (this.overdue.has(id)) this.end(id);
    else this.put({ ...departure, sending: false, waits: true });
  }

  /** Somebody else was quicker. */
  creditTo(id: string, by: string): void {
    const departure = this.current().get(id);
    if (departure !== undefined) this.put({ ...departure, by });
  }

  /** It could not be brought back: the reason stands there for as long as the ring would. */
  refuse(ticket: TicketView, failure: string): void {
    this.put({ by: this.current().get(ticket.id)?.by ?? null, ticket, sending: false, waits: false, failure });
    this.startClock(ticket.id);
  }

  end(id: string): void {
    clearTimeout(this.timers.get(id));
    this.timers.delete(id);
    this.overdue.delete(id);
    if (!this.current().has(id)) return;
    this.current.update((departures) => new Map([...departures].filter(([each]) => each !== id)));
  }

  private startClock(id: string): void {
    clearTimeout(this.timers.get(id));
    this.overdue.delete(id);
    this.timers.set(
      id,
      setTimeout(() => {
        if (this.current().get(id)?.sending === true) this.overdue.add(id);
        else this.end(id);
      }, UNDO_MS),
    );
  }

  private put(departure: Departure): void {
    this.current.update((departures) => new Map(departures).set(departure.ticket.id, departure));
  }
}
