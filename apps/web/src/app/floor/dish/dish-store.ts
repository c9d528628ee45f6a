import { httpResource } from '@angular/common/http';
import { Injectable, computed, inject, linkedSignal, signal } from '@angular/core';
import {
  formatMinor,
  type OrderLineView,
  type ProblemItem,
  type ReplacedLineView,
  type ReplacementQuoteView,
  type StaffOrderView,
} from '@comanda/shared';
import { ApiClient, apiUrl } from '../../core/api/api-client';
import { toApiProblem, type ApiProblem } from '../../core/api/api-problem';
import { newIdempotencyKey } from '../../core/api/idempotency-key';
import type { DishDraft } from '../../ui/choices/item-draft';
import { DISH_TEXTS } from './dish-texts';
import { onlyNoteOf } from './order-dish';

/** What comes in the place of the dish, and what this costs; sent under one key, however often. */
export interface Instead {
  readonly name: string;
  readonly dish: DishDraft;
  readonly key: string;
  readonly quote: ReplacementQuoteView | null;
}

interface Refusal {
  readonly text: string;
  readonly items: readonly ProblemItem[];
}

/** One dish of an order that the kitchen has, and what staff do with it. */
@Injectable()
export class DishStore {
  private readonly api = inject(ApiClient);
  private readonly target = signal<{ readonly orderId: string; readonly lineId: string } | null>(null);
  private readonly orders = httpResource<StaffOrderView>(() => {
    const target = this.target();
    return target === null ? undefined : apiUrl('/orders', target.orderId);
  });

  readonly order = computed(() => (this.orders.hasValue() ? this.orders.value() : null));
  readonly line = computed<OrderLineView | null>(
    () => this.order()?.lines.find(({ id }) => id === this.target()?.lineId) ?? null,
  );
  readonly failure = computed<ApiProblem | null>(() => {
    const error = this.orders.error();
    return error === undefined ? null : toApiProblem(error);
  });
  readonly instead = linkedSignal<unknown, Instead | null>({ source: () => this.target(), computation: () => null });
  readonly refusal = linkedSignal<unknown, Refusal | null>({ source: () => this.target(), computation: () => null });
  readonly busy = signal(false);

  show(orderId: string, lineId: string): void {
    this.target.set({ orderId, lineId });
  }

  reload(): void {
    this.orders.reload();
  }

  /** Asks what it costs; the answer to an earlier choice is not listened to. */
  async choose(name: string, dish: DishDraft): Promise<void> {
    const chosen: Instead = { name, dish, key: newIdempotencyKey(), quote: null };
    this.refusal.set(null);
    this.instead.set(chosen);
    try {
      const quote = await this.api.post<ReplacementQuoteView>(this.url('replacement-quote'), { line: dish });
      this.instead.update((now) => (now?.key === chosen.key ? { ...now, quote } : now));
    } catch (error) {
      if (this.instead()?.key === chosen.key) this.refuse(error);
    }
  }

  /** Another dish in its place, or only another note. Resolves to what to say; null when it was refused. */
  async put(before: DishDraft): Promise<string | null> {
    const instead = this.instead();
    if (instead?.quote == null) return null;
    const note = onlyNoteOf(before, instead.dish);
    if (note !== null) {
      return this.run(async () => {
        await this.api.post(this.url('change'), { note }, { ifMatch: '*' });
        return DISH_TEXTS.noted;
      });
    }
    const { dish: line, key: idempotencyKey, quote, name } = instead;
    const body = { line, expectedDifferenceMinor: quote.differenceMinor };
    return this.run(async () => {
      const url = this.url('replacement');
      const { differenceMinor } = await this.api.post<ReplacedLineView>(url, body, { idempotencyKey });
      return DISH_TEXTS.done(`${line.quantity} × ${name}`, this.priceWords(differenceMinor));
    });
  }

  async takeOff(reason: string): Promise<string | null> {
    return this.run(async () => {
      await this.api.post(this.url('withdrawal'), { reason }, { ifMatch: '*' });
      return DISH_TEXTS.takenOff(this.line()?.name ?? '');
    });
  }

  priceWords(differenceMinor: number): string {
    if (differenceMinor === 0) return DISH_TEXTS.same;
    const amount = formatMinor(Math.abs(differenceMinor), this.order()?.currency ?? 'EUR', 'en');
    return differenceMinor > 0 ? DISH_TEXTS.more(amount) : DISH_TEXTS.less(amount);
  }

  private async run(work: () => Promise<string>): Promise<string | null> {
    if (this.busy()) return null;
    this.busy.set(true);
    this.refusal.set(null);
    try {
      return await work();
    } catch (error) {
      this.refuse(error);
      return null;
    } finally {
      this.busy.set(false);
    }
  }

  /** What was refused may look different by now, and cost something else. */
  private refuse(error: unknown): void {
    const problem = toApiProblem(error);
    const text = problem.answerLost ? DISH_TEXTS.lost : problem.message;
    const instead = this.instead();
    if (problem.code === 'price_changed' && instead !== null) void this.choose(instead.name, instead.dish);
    else if (!problem.answerLost) this.reload();
    this.refusal.set({ text, items: problem.items });
  }

  private url(deed: string): string {
    const { orderId, lineId } = this.target() ?? { orderId: '', lineId: '' };
    return apiUrl('/orders', orderId, 'lines', lineId, deed);
  }
}
