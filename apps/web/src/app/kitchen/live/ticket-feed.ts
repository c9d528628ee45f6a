import { httpResource } from '@angular/common/http';
import { Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import { EVENT_TYPES, mergeTicket, type BoardView, type EventType, type EventView } from '@comanda/shared';
import type { TicketState, TicketView } from '@comanda/shared';
import { apiUrl } from '../../core/api/api-client';
import { toApiProblem, type ApiProblem } from '../../core/api/api-problem';
import { openLiveFeed } from '../../core/live/live-feed';
import { Clock } from '../../core/time/clock';
import { ofStation } from '../kitchen-api';
import { KitchenPlace } from '../kitchen-place';

const OVER: readonly TicketState[] = ['handed', 'closed'];
const ON_BOARD: readonly TicketState[] = ['fired', 'started', 'cancelled'];

/** Something happened to a ticket of the station: by whom, and how it was known before. */
export interface TicketNews {
  readonly type: EventType;
  readonly ticket: TicketView;
  readonly before: TicketView | undefined;
  readonly actor: string;
}

/** The tickets of a station, or of all: one picture, then every event of the restaurant's feed, without a gap. */
@Injectable()
export class TicketFeed {
  private readonly place = inject(KitchenPlace);
  private readonly clock = inject(Clock);
  private readonly wanted = signal<{ readonly stationId: string | null } | null>(null);
  private readonly known = signal<ReadonlyMap<string, TicketView>>(new Map());
  private readonly pictured = signal(false);
  private readonly serverAheadMs = signal(0);
  private readonly listeners: ((news: TicketNews) => void)[] = [];
  private missed = false;

  private readonly picture = httpResource<BoardView>(() => {
    const [wanted, locationId] = [this.wanted(), this.place.locationId()];
    if (wanted === null || locationId === null) return undefined;
    return { url: apiUrl('/locations', locationId, 'board'), params: ofStation(wanted.stationId) };
  });

  /** Everything known that is not over, bumped tickets included. */
  readonly tickets = this.known.asReadonly();
  readonly onBoard = computed(() => [...this.known().values()].filter(({ state }) => ON_BOARD.includes(state)));
  readonly loaded = this.pictured.asReadonly();
  readonly failure = computed<ApiProblem | null>(() => {
    const error = this.picture.error();
    return error === undefined ? null : toApiProblem(error);
  });
  /** The server's time: a tablet whose clock is wrong shows the same ages as every other screen. */
  readonly now = computed(() => this.clock.now() + this.serverAheadMs());

  readonly live = openLiveFeed({
    url: () => {
      const locationId = this.place.locationId();
      return this.pictured() && locationId !== null ? apiUrl('/locations', locationId, 'events', 'stream') : null;
    },
    events: EVENT_TYPES,
    gapless: true,
    onEvent: ({ data }) => this.hear(data as EventView),
    onGap: () => this.refetch(),
  });

  constructor() {
    effect(() => {
      if (!this.picture.hasValue()) return;
      const board = this.picture.value();
      untracked(() => this.show(board));
    });
  }

  /** Null: all stations. */
  follow(stationId: string | null): void {
    if (this.wanted()?.stationId === stationId) return;
    this.pictured.set(false);
    this.known.set(new Map());
    this.wanted.set({ stationId });
  }

  onNews(listener: (news: TicketNews) => void): void {
    this.listeners.push(listener);
  }

  /** A ticket as a command or a list has answered it; older pictures change nothing. */
  take(ticket: TicketView): void {
    const stationId = this.wanted()?.stationId;
    if (typeof stationId === 'string' && ticket.stationId !== stationId) return;
    this.known.update((known) => {
      const newest = mergeTicket(known.get(ticket.id), ticket);
      const next = new Map(known);
      if (OVER.includes(newest.state)) next.delete(ticket.id);
      else next.set(ticket.id, newest);
      return next;
    });
  }

  retry(): void {
    this.picture.reload();
    this.live.reconnect();
  }

  private refetch(): void {
    this.missed = true;
    this.picture.reload();
  }

  private show({ at, position, tickets }: BoardView): void {
    const known = this.known();
    const bumped = [...known.values()].filter(({ state }) => state === 'ready');
    const fresh = tickets.map((ticket) => mergeTicket(known.get(ticket.id), ticket));
    this.known.set(new Map([...bumped, ...fresh].map((ticket) => [ticket.id, ticket])));
    this.serverAheadMs.set(Date.parse(at) - Date.now());
    this.live.resumeFrom(position);
    this.pictured.set(true);
    // What came while the picture was on its way was not taken: the feed tells it again.
    if (this.missed) this.live.reconnect();
    this.missed = false;
  }

  private hear({ type, data, actor }: EventView): void {
    if (!('ticket' in data)) return;
    const ticket = data['ticket'] as TicketView;
    const stationId = this.wanted()?.stationId ?? null;
    if (stationId !== null && ticket.stationId !== stationId) return;
    const before = this.known().get(ticket.id);
    this.take(ticket);
    for (const listener of this.listeners) listener({ type, ticket, before, actor });
  }
}
