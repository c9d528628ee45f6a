import { Injectable, inject } from '@angular/core';
import type {
  OrderView,
  PaymentMethod,
  PlacedOrderView,
  PlaceOrderRequest,
  RecordPaymentRequest,
  SittingView,
  StaffOrderView,
  TableCallView,
  TicketView,
} from '@comanda/shared';
import { ApiClient, apiUrl } from '../core/api/api-client';

/** For commands that mean the same whatever somebody else has done meanwhile. */
const ANY_VERSION = '*';

const at = ({ version }: Pick<SittingView, 'version'>): string => `"${version}"`;

/** What the waiter's screens ask of the API. Every failure arrives as an ApiProblem. */
@Injectable({ providedIn: 'root' })
export class FloorApi {
  private readonly api = inject(ApiClient);

  acknowledge(callId: string): Promise<TableCallView> {
    return this.api.post(apiUrl('/calls', callId, 'acknowledgement'), {});
  }

  serve(ticketId: string, lineId: string): Promise<TicketView> {
    const url = apiUrl('/tickets', ticketId, 'lines', lineId, 'hand-over');
    return this.api.post(url, {}, { ifMatch: ANY_VERSION });
  }

  seat(locationId: string, tableId: string): Promise<SittingView> {
    return this.api.put(apiUrl('/locations', locationId, 'tables', tableId, 'sitting'), {});
  }

  transfer(sitting: SittingView, tableId: string): Promise<SittingView> {
    return this.api.put(apiUrl('/sittings', sitting.id, 'table'), { tableId }, { ifMatch: at(sitting) });
  }

  merge(sitting: SittingView, intoId: string): Promise<SittingView> {
    return this.api.post(apiUrl('/sittings', sitting.id, 'merger'), { intoId }, { ifMatch: at(sitting) });
  }

  settle({ id, dueMinor: amountMinor }: SittingView, method: PaymentMethod, key: string): Promise<SittingView> {
    return this.api.post(apiUrl('/sittings', id, 'payment'), { method, amountMinor }, { idempotencyKey: key });
  }

  refund(orderId: string, request: RecordPaymentRequest, key: string): Promise<StaffOrderView> {
    return this.api.post(apiUrl('/orders', orderId, 'refunds'), request, { idempotencyKey: key });
  }

  close(sitting: Pick<SittingView, 'id' | 'version'>, reason: string | undefined): Promise<SittingView> {
    const body = reason === undefined ? {} : { reason };
    return this.api.post(apiUrl('/sittings', sitting.id, 'closure'), body, { ifMatch: at(sitting) });
  }

  fireCourse({ id }: OrderView, course: number): Promise<StaffOrderView> {
    return this.api.post(apiUrl('/orders', id, 'course-firing'), { course }, { ifMatch: ANY_VERSION });
  }

  accept({ id, version }: OrderView): Promise<StaffOrderView> {
    return this.api.post(apiUrl('/orders', id, 'acceptance'), {}, { ifMatch: at({ version }) });
  }

  place(locationId: string, request: PlaceOrderRequest, key: string): Promise<PlacedOrderView> {
    return this.api.post(apiUrl('/locations', locationId, 'orders'), request, { idempotencyKey: key });
  }
}
