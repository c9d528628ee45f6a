import { Injectable, computed, inject, signal } from '@angular/core';
import type { ExpoOrderView, ExpoView, TicketView } from '@comanda/shared';
import { apiUrl } from '../../core/api/api-client';
import { KitchenPlace } from '../kitchen-place';
import { LivePicture } from '../live/live-picture';
import { EMPTY_PICTURE, after, ordersAtThePass, pictureOf, withFacts, withTicket } from './expo-orders';

/** Whole orders at the pass, live. */
@Injectable()
export class ExpoFeed {
  private readonly place = inject(KitchenPlace);
  private readonly known = signal(EMPTY_PICTURE);

  readonly orders = computed(() => ordersAtThePass(this.known()));
  readonly picture = new LivePicture<ExpoView>({
    request: () => {
      const locationId = this.place.locationId();
      return locationId === null ? undefined : { url: apiUrl('/locations', locationId, 'expo') };
    },
    show: ({ orders }) => this.known.update((known) => pictureOf(orders, known)),
    name: () => {
      const locationId = this.place.locationId();
      return locationId === null ? null : `${locationId}.expo`;
    },
    keep: () => ({ orders: this.orders() }),
    hear: (event) => this.known.update((known) => after(known, event)),
  });

  /** How an order is known to stand, also when it has left the pass. */
  stateOf(orderId: string): ExpoOrderView['state'] | undefined {
    return this.known().orders.get(orderId)?.state;
  }

  /** A ticket as a command has answered it. */
  take(ticket: TicketView): void {
    this.known.update((known) => withTicket(known, ticket));
  }

  /** What a command has answered. */
  note(orderId: string, facts: Pick<ExpoOrderView, 'version' | 'state'>): void {
    this.known.update((known) => withFacts(known, orderId, facts));
  }
}
