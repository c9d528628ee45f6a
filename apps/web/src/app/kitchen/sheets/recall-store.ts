import { Injectable, computed, inject, signal } from '@angular/core';
import type { TicketView } from '@comanda/shared/kitchen';
import { KitchenApi } from '../kitchen-api';
import { KitchenPlace } from '../kitchen-place';
import { TicketFeed } from '../live/ticket-feed';
import { TicketCommands } from '../ticket/ticket-commands';

/** What this day's cooks have bumped, from the server, with what this screen knows already. */
@Injectable()
export class RecallStore {
  private readonly api = inject(KitchenApi);
  private readonly place = inject(KitchenPlace);
  private readonly feed = inject(TicketFeed);
  private readonly commands = inject(TicketCommands);
  private readonly fetched = signal<readonly TicketView[]>([]);

  readonly state = signal<'loading' | 'loaded' | 'failed'>('loading');
  /** The latest first. */
  readonly tickets = computed(() => {
    const all = new Map(this.fetched().map((ticket) => [ticket.id, ticket]));
    for (const ticket of this.commands.bumped()) all.set(ticket.id, ticket);
    // What has come back to the board meanwhile is not to be recalled again.
    for (const { id } of this.feed.onBoard()) all.delete(id);
    return [...all.values()].sort((one, other) => (other.readyAt ?? '').localeCompare(one.readyAt ?? ''));
  });

  async load(stationId: string | null): Promise<void> {
    const locationId = this.place.locationId();
    if (locationId === null) return;
    this.state.set('loading');
    try {
      this.fetched.set((await this.api.recallable(locationId, stationId)).tickets);
      this.state.set('loaded');
    } catch {
      this.state.set('failed');
    }
  }
}
