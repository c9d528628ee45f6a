import { Injectable, computed, inject, signal } from '@angular/core';
import { isOnBoard, mergeTicket, type BoardView, type EventType, type EventView } from '@comanda/shared/kitchen';
import type { TicketState, TicketView } from '@comanda/shared/kitchen';
import { apiUrl } from '../../core/api/api-client';
import { ofStation } from '../kitchen-api';
import { KitchenPlace } from '../kitchen-place';
import { LivePicture } from './live-picture';

const OVER: readonly TicketState[] = ['handed', 'closed'];

/** Something happened to a ticket of the station: by whom, and how it was known before. */
export interface TicketNews {
  readonly type: EventType;
  readonly ticket: TicketView;
  readonly before: TicketView | undefined;
  readonly actor: string;
}

/** The tickets of a station, or of all, live. */
@Injectable()
export class TicketFeed {
  private readonly place = inject(KitchenPlace);
  private readonly wanted = signal<{ readonly stationId: string | null } | null>(null);
  private readonly known = signal<ReadonlyMap<string, TicketView>>(new Map());
  private readonly listeners: ((news: TicketNews) => void)[] = [];

  /** Everything known that is not over, bumped tickets included. */
  readonly tickets = this.known.asReadonly();
  readonly onBoard = computed(() => [...this.known().values()].filter(isOnBoard));
  readonly picture = new LivePicture<BoardView>({
    request: () => {
      const [wanted, locationId] = [this.wanted(), this.place.locationId()];
      if (wanted === null || locationId === null) return undefined;
      return { url: apiUrl('/locations', locationId, 'board'), params: ofStation(wanted.stationId) };
    },
    show: ({ tickets }) => this.show(tickets),
    name: () => {
      const [wanted, locationId] = [this.wanted(), this.place.locationId()];
      return wanted === null || locationId === null ? null : `${locationId}.${wanted.stationId ?? 'all'}`;
    },
    keep: () => ({ tickets: this.onBoard() }),
    hear: (event) => this.hear(event),
  });

  /** Null: all stations. */
  follow(stationId: string | null): void {
    if (this.wanted()?.stationId === stationId) return;
    this.picture.restart();
    this.known.set(new Map());
    this.wanted.set({ stationId });
  }

  onNews(listener: (news: TicketNews) => void): void {
    this.listeners.push(listener);
  }

  /** A ticket as a command or a list has answered it; older pictures change nothing. */
  take(ticket: TicketView): void {
    if (!this.isOurs(ticket)) return;
    this.known.update((known) => {
      const newest = mergeTicket(known.get(ticket.id), ticket);
      const next = new Map(known);
      if (OVER.includes(newest.state) && !isOnBoard(newest)) next.delete(ticket.id);
      else next.set(ticket.id, newest);
      return next;
    });
  }

  private show(tickets: readonly TicketView[]): void {
    const known = this.known();
    const bumped = [...known.values()].filter(({ state }) => state === 'ready');
    const fresh = tickets.map((ticket) => mergeTicket(known.get(ticket.id), ticket));
    this.known.set(new Map([...bumped, ...fresh].map((ticket) => [ticket.id, ticket])));
  }

  private hear({ type, data, actor }: EventView): void {
    if (!('ticket' in data)) return;
    const ticket = data['ticket'] as TicketView;
    if (!this.isOurs(ticket)) return;
    const before = this.known().get(ticket.id);
    this.take(ticket);
    // The answer to a command was quicker than the news of what was before it.
    if (before !== undefined && before.version > ticket.version) return;
    for (const listener of this.listeners) listener({ type, ticket, before, actor });
  }

  private isOurs({ stationId }: TicketView): boolean {
    const wanted = this.wanted()?.stationId ?? null;
    return wanted === null || wanted === stationId;
  }
}
