import { Injectable, computed, inject, signal } from '@angular/core';
import type { EventType, TicketView } from '@comanda/shared';
import { Announcer } from '../../core/a11y/announcer';
import { toApiProblem } from '../../core/api/api-problem';
import { KitchenApi, type CookCommand } from '../kitchen-api';
import { KitchenPlace } from '../kitchen-place';
import { TicketFeed } from '../live/ticket-feed';
import { Departures } from './departures';
import { refusalWords } from './refusal-words';
import { REFUSAL_TEXTS, TICKET_TEXTS } from './ticket-texts';
import { titleOf } from './ticket-words';

const BACK_OR_GONE: readonly EventType[] = ['ticket.recalled', 'ticket.withdrawn', 'ticket.handed-over'];

/** What a cook does with tickets. It shows at once; what the server refuses comes back with the reason. */
@Injectable()
export class TicketCommands {
  private readonly api = inject(KitchenApi);
  private readonly feed = inject(TicketFeed);
  private readonly place = inject(KitchenPlace);
  private readonly departures = inject(Departures);
  private readonly announcer = inject(Announcer);
  private readonly running = new Map<string, Promise<void>>();
  private readonly returning = new Set<string>();
  private readonly refused = signal<ReadonlyMap<string, string>>(new Map());
  private readonly striking = signal<ReadonlySet<string>>(new Set());

  /** Reasons of refused commands, by ticket, until the next one on that ticket. */
  readonly failures = this.refused.asReadonly();
  /** Lines that are done for the cook but not yet for the server. */
  readonly linesOnTheWay = this.striking.asReadonly();
  /** Bumped tickets that could come back, the last first. */
  readonly bumped = computed(() =>
    [...this.feed.tickets().values()]
      .filter(({ state }) => state === 'ready')
      .sort((one, other) => (other.readyAt ?? '').localeCompare(one.readyAt ?? '')),
  );

  constructor() {
    this.feed.onNews(({ type, ticket, before, actor }) => {
      if (type === 'ticket.ready') this.tellWhoBumped(ticket, before, actor);
      if (BACK_OR_GONE.includes(type)) this.departures.end(ticket.id);
    });
  }

  bump(ticket: TicketView): void {
    if (this.departures.all().has(ticket.id) || !this.mayCook(ticket)) return;
    this.forgive(ticket.id);
    this.departures.begin(ticket, { by: null, sending: true });
    this.announcer.polite(TICKET_TEXTS.saidBumped(titleOf(ticket)));
    // What this cook has just done to the ticket makes it newer than it was when it was drawn.
    const own = this.running.has(ticket.id);
    const seen = (): number => (own ? (this.feed.tickets().get(ticket.id)?.version ?? ticket.version) : ticket.version);
    this.run(ticket, () => this.api.command('bump', ticket.id, seen()));
  }

  start(ticket: TicketView): void {
    this.send(ticket, 'start');
  }

  acknowledge(ticket: TicketView): void {
    this.send(ticket, 'acknowledge', ticket.version);
  }

  finishLine(ticket: TicketView, lineId: string): void {
    if (this.striking().has(lineId) || !this.mayCook(ticket)) return;
    this.forgive(ticket.id);
    this.striking.update((lines) => new Set([...lines, lineId]));
    const last = ticket.lines.every(({ id, state }) => state === 'ready' || this.striking().has(id));
    if (last) this.departures.begin(ticket, { by: null, sending: true });
    this.run(ticket, async () => {
      try {
        return await this.api.finishLine(ticket.id, lineId);
      } finally {
        this.striking.update((lines) => new Set([...lines].filter((id) => id !== lineId)));
      }
    });
  }

  /** Brings a bumped ticket back, its clock going on. */
  async recall(ticket: TicketView): Promise<void> {
    if (this.returning.has(ticket.id) || !this.mayCook(ticket)) return;
    this.returning.add(ticket.id);
    await this.running.get(ticket.id);
    try {
      this.feed.take(await this.api.command('recall', ticket.id));
      this.departures.end(ticket.id);
      this.announcer.polite(TICKET_TEXTS.returned(titleOf(ticket)));
    } catch (error) {
      const reason = refusalWords(toApiProblem(error), this.feed.tickets().get(ticket.id)?.state ?? 'handed');
      this.departures.refuse(ticket, reason);
      this.announcer.assertive(TICKET_TEXTS.saidFailed(titleOf(ticket), reason));
    } finally {
      this.returning.delete(ticket.id);
    }
  }

  /** The last bumped ticket; pressed again, the one before it. */
  async recallLast(stationId: string | null): Promise<void> {
    const leaving = [...this.departures.all().values()].map(({ ticket }) => ticket).reverse();
    const next = [...leaving, ...this.bumped()].find(({ id }) => !this.returning.has(id));
    if (next !== undefined) return this.recall(next);
    await this.loadBumped(stationId).catch(() => undefined);
    const known = this.bumped().find(({ id }) => !this.returning.has(id));
    if (known !== undefined) await this.recall(known);
  }

  /** Fetches the tickets that were bumped before this screen was opened. Throws an ApiProblem. */
  async loadBumped(stationId: string | null): Promise<void> {
    const locationId = this.place.locationId();
    if (locationId === null) return;
    const { tickets } = await this.api.recallable(locationId, stationId);
    for (const ticket of tickets) this.feed.take(ticket);
  }

  private send(ticket: TicketView, command: CookCommand, seen?: number): void {
    if (this.running.has(ticket.id) || !this.mayCook(ticket)) return;
    this.forgive(ticket.id);
    this.run(ticket, () => this.api.command(command, ticket.id, seen));
  }

  private mayCook(ticket: TicketView): boolean {
    if (this.place.mayCook()) return true;
    this.blame(ticket, REFUSAL_TEXTS.forbidden);
    return false;
  }

  private run(ticket: TicketView, work: () => Promise<TicketView>): void {
    const { id } = ticket;
    const isLast = (): boolean => this.running.get(id) === done;
    const done: Promise<void> = (this.running.get(id) ?? Promise.resolve()).then(work).then(
      (answer) => {
        this.feed.take(answer);
        if (answer.state === 'ready') this.departures.settle(id);
        else if (isLast()) this.departures.end(id);
      },
      (error: unknown) => {
        if (isLast()) this.departures.end(id);
        this.blame(ticket, refusalWords(toApiProblem(error), this.feed.tickets().get(id)?.state));
      },
    );
    this.running.set(id, done);
    void done.then(() => isLast() && this.running.delete(id));
  }

  private tellWhoBumped(ticket: TicketView, before: TicketView | undefined, actor: string): void {
    const foreign = actor !== this.place.staffName();
    if (this.departures.all().has(ticket.id)) {
      if (foreign) this.departures.creditTo(ticket.id, actor);
    } else if (before !== undefined && before.state !== 'ready' && !this.running.has(ticket.id)) {
      this.departures.begin(before, { by: actor, sending: false });
      this.announcer.polite(TICKET_TEXTS.saidBumpedBy(titleOf(ticket), actor));
    }
  }

  private blame(ticket: TicketView, reason: string): void {
    this.refused.update((failures) => new Map(failures).set(ticket.id, reason));
    this.announcer.assertive(TICKET_TEXTS.saidFailed(titleOf(ticket), reason));
  }

  private forgive(ticketId: string): void {
    if (!this.refused().has(ticketId)) return;
    this.refused.update((failures) => new Map([...failures].filter(([id]) => id !== ticketId)));
  }
}
