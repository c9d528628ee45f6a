import { Injectable, inject } from '@angular/core';
import type { BoardView, StaffOrderView, TicketView } from '@comanda/shared';
import { ApiClient, apiUrl } from '../core/api/api-client';
import { toApiProblem } from '../core/api/api-problem';
import { COOK_COMMANDS, type CookWish } from './outbox/cook-wish';

/** For commands that mean the same whatever another cook has done meanwhile; the state of the ticket guards them. */
const ANY_VERSION = '*';

/** What the kitchen's screens ask of the API. Every failure arrives as an ApiProblem. */
@Injectable({ providedIn: 'root' })
export class KitchenApi {
  private readonly api = inject(ApiClient);

  /** Refused when another cook has changed the ticket since the wish saw it. */
  send({ key, ticketId, command, lineId, seen, body }: CookWish): Promise<TicketView> {
    const target = lineId === undefined ? [ticketId] : [ticketId, 'lines', lineId];
    const ifMatch = seen === undefined ? ANY_VERSION : `"${seen}"`;
    const url = apiUrl('/tickets', ...target, COOK_COMMANDS[command]);
    return this.api.post<TicketView>(url, body ?? {}, { ifMatch, idempotencyKey: key });
  }

  board(locationId: string, stationId: string | null): Promise<BoardView> {
    return this.api.get<BoardView>(apiUrl('/locations', locationId, 'board'), ofStation(stationId));
  }

  recallable(locationId: string, stationId: string | null): Promise<BoardView> {
    return this.api.get<BoardView>(apiUrl('/locations', locationId, 'recallable'), ofStation(stationId));
  }

  /** True when the server says so; no answer is no proof. */
  async isLoggedOut(): Promise<boolean> {
    try {
      await this.api.get(apiUrl('/session'));
      return false;
    } catch (error) {
      return toApiProblem(error).code === 'unauthenticated';
    }
  }

  /** The order goes before the others, or not any more. */
  rush(orderId: string, on: boolean): Promise<StaffOrderView> {
    const url = apiUrl('/orders', orderId, 'rush');
    return on
      ? this.api.put<StaffOrderView>(url, undefined, { ifMatch: ANY_VERSION })
      : this.api.delete<StaffOrderView>(url, { ifMatch: ANY_VERSION });
  }

  fireCourse(orderId: string, course: number): Promise<StaffOrderView> {
    const url = apiUrl('/orders', orderId, 'course-firing');
    return this.api.post<StaffOrderView>(url, { course }, { ifMatch: ANY_VERSION });
  }

  handOverLine(ticketId: string, lineId: string): Promise<TicketView> {
    const url = apiUrl('/tickets', ticketId, 'lines', lineId, 'hand-over');
    return this.api.post<TicketView>(url, {}, { ifMatch: ANY_VERSION });
  }

  handOver(orderId: string): Promise<StaffOrderView> {
    return this.api.post<StaffOrderView>(apiUrl('/orders', orderId, 'hand-over'), {}, { ifMatch: ANY_VERSION });
  }
}

export function ofStation(stationId: string | null): Record<string, string> {
  return stationId === null ? {} : { stationId };
}
