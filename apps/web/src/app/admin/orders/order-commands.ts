import { Injectable, inject } from '@angular/core';
import type { CancelOrderRequest, EventView, RecordPaymentRequest, StaffOrderView } from '@comanda/shared';
import { ApiClient, apiUrl, type WriteOptions } from '../../core/api/api-client';
import { toApiProblem, type ApiProblem } from '../../core/api/api-problem';
import { newIdempotencyKey } from '../../core/api/idempotency-key';
import { SessionStore } from '../../core/session/session-store';
import { problemWords } from '../words/problem-words';
import { whoWasQuicker } from './conflict-words';

export type OrderDeed =
  | { readonly kind: 'accept' }
  | { readonly kind: 'hand-over' }
  | { readonly kind: 'deliver' }
  | { readonly kind: 'reject'; readonly reason: string }
  | ({ readonly kind: 'cancel' } & CancelOrderRequest)
  | ({ readonly kind: 'pay' | 'refund'; readonly key: string } & RecordPaymentRequest);

/** The order as it is now, and why the deed was not done, if it was not. */
export interface DeedResult {
  readonly order: StaffOrderView | null;
  readonly refusal: string | null;
  /** The kitchen has begun, so its answer is needed. */
  readonly kitchenAsked: boolean;
}

export interface SeenOrder {
  readonly id: string;
  readonly version: number;
}

/** What staff do with an order. Whoever was slower learns who was quicker, and sees the order as it is now. */
@Injectable()
export class OrderCommands {
  private readonly api = inject(ApiClient);
  private readonly session = inject(SessionStore);

  async run(seen: SeenOrder, deed: OrderDeed): Promise<DeedResult> {
    try {
      return { order: await this.send(seen, deed), refusal: null, kitchenAsked: false };
    } catch (error) {
      return this.explain(seen, toApiProblem(error));
    }
  }

  private send(seen: SeenOrder, deed: OrderDeed): Promise<StaffOrderView> {
    const url = apiUrl('/orders', seen.id);
    const sameVersion: WriteOptions = { ifMatch: `"${seen.version}"` };
    switch (deed.kind) {
      case 'accept':
        return this.api.post(`${url}/acceptance`, {}, sameVersion);
      case 'hand-over':
        return this.api.post(`${url}/hand-over`, {}, sameVersion);
      case 'deliver':
        return this.api.post(`${url}/delivery`, {}, sameVersion);
      case 'reject':
        return this.api.post(`${url}/rejection`, { reason: deed.reason }, sameVersion);
      case 'cancel': {
        const { kind: _kind, ...body } = deed;
        return this.api.post(`${url}/cancellation`, body, sameVersion);
      }
      case 'pay':
      case 'refund': {
        const { kind, key, ...body } = deed;
        return this.api.post(`${url}/${kind === 'pay' ? 'payments' : 'refunds'}`, body, { idempotencyKey: key });
      }
    }
  }

  private async explain(seen: SeenOrder, problem: ApiProblem): Promise<DeedResult> {
    const kitchenAsked = problem.items.some(({ pointer }) => pointer === '/kitchenAnswer');
    const conflict = problem.code === 'version_mismatch' || problem.code === 'invalid_transition';
    if (!conflict) return { order: null, refusal: problemWords(problem), kitchenAsked };
    const url = apiUrl('/orders', seen.id);
    const [order, events] = await Promise.all([
      this.api.get<StaffOrderView>(url).catch(() => null),
      this.api.get<readonly EventView[]>(`${url}/events`).catch(() => []),
    ]);
    const self = this.session.session()?.staff.name ?? '';
    const quicker = whoWasQuicker(events, { version: seen.version, self, nowMs: Date.now() });
    const refusal = quicker === null ? problemWords(problem) : `${quicker} Nothing was changed by you.`;
    return { order, refusal, kitchenAsked };
  }
}

/** One payment, however often it is sent. */
export function newPaymentKey(): string {
  return newIdempotencyKey();
}
