import { Injectable, inject } from '@angular/core';
import type { BoardView, StaffOrderView, TicketCommand, TicketView } from '@comanda/shared';
import { ApiClient, apiUrl } from '../core/api/api-client';
import { toApiProblem } from '../core/api/api-problem';

export type CookCommand = Extract<TicketCommand, 'start' | 'bump' | 'recall' | 'acknowledge'>;

/** For commands that mean the same whatever another cook has done meanwhile; the state of the ticket guards them. */
const ANY_VERSION = '*';

const PATHS: Readonly<Record<CookCommand, string>> = {
  start: 'start',
  bump: 'bump',
  recall: 'recall',
  acknowledge: 'acknowledgement',
};

/** What the kitchen's screens ask of the API. Every failure arrives as an ApiProblem. */
@Injectable({ providedIn: 'root' })
export class KitchenApi {
  private readonly api = inject(ApiClient);

  /** `seen`: the version on screen; the command is refused when another cook has changed the ticket since. */
  command(command: CookCommand, ticketId: string, seen?: number): Promise<TicketView> {
    const ifMatch = seen === undefined ? ANY_VERSION : `"${seen}"`;
    return this.api.post<TicketView>(apiUrl('/tickets', ticketId, PATHS[command]), {}, { ifMatch });
  }

  finishLine(ticketId: string, lineId: string): Promise<TicketView> {
    const url = apiUrl('/tickets', ticketId, 'lines', lineId, 'completion');
    return this.api.post<TicketView>(url, {}, { ifMatch: ANY_VERSION });
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

  handOver(orderId: string): Promise<StaffOrderView> {
    return this.api.post<StaffOrderView>(apiUrl('/orders', orderId, 'hand-over'), {}, { ifMatch: ANY_VERSION });
  }
}

export function ofStation(stationId: string | null): Record<string, string> {
  return stationId === null ? {} : { stationId };
}
