import { Injectable, inject, signal } from '@angular/core';
import { Announcer } from '../../core/a11y/announcer';
import { toApiProblem } from '../../core/api/api-problem';
import { Toasts } from '../../ui/toast/toasts';
import { problemWords } from '../words/problem-words';
import type { SaleTarget } from './menu-targets';
import { SaleStore, type OffSaleRow } from './sale-store';
import { SOLD_OUT_TEXTS } from './sold-out-texts';
import type { SaleWish } from './suspend-form';

/** Takes things off sale and puts them back, says so, and offers the way back. */
@Injectable()
export class SaleMoves {
  private readonly store = inject(SaleStore);
  private readonly toasts = inject(Toasts);
  private readonly announcer = inject(Announcer);
  private readonly t = SOLD_OUT_TEXTS;

  readonly busy = signal(false);
  readonly failure = signal<string | null>(null);

  /** True when it is done. */
  async wish(target: SaleTarget, wish: SaleWish): Promise<boolean> {
    if (wish.kind === 'count') {
      const text = this.t.done.counted(target.name, wish.remaining);
      return this.run(() => this.store.count(target, wish.remaining), text);
    }
    const undo = (): void => void this.run(() => this.store.lift(target), this.t.done.back(target.name));
    return this.run(() => this.store.suspend(target, wish.request), this.t.done.off(target.name), undo);
  }

  async putBack({ target, suspension }: OffSaleRow): Promise<void> {
    const { until, reason, cause } = suspension;
    const before = { ...(until === undefined ? {} : { until }), ...(reason === undefined ? {} : { reason }) };
    const again = (): Promise<void> =>
      cause === 'countdown' ? this.store.count(target, 0) : this.store.suspend(target, before);
    const undo = (): void => void this.run(again, this.t.done.off(target.name));
    await this.runAndTell(() => this.store.lift(target), this.t.done.back(target.name), undo);
  }

  async stopCounting(target: SaleTarget, remaining: number): Promise<void> {
    const undo = (): void =>
      void this.run(() => this.store.count(target, remaining), this.t.done.counted(target.name, remaining));
    await this.runAndTell(() => this.store.uncount(target), this.t.done.uncounted(target.name), undo);
  }

  private async runAndTell(work: () => Promise<void>, text: string, undo: () => void): Promise<void> {
    if (await this.run(work, text, undo)) return;
    const failure = this.failure();
    if (failure !== null) this.toasts.show({ kind: 'failed', text: failure });
  }

  private async run(work: () => Promise<void>, text: string, undo?: () => void): Promise<boolean> {
    if (this.busy()) return false;
    this.busy.set(true);
    this.failure.set(null);
    try {
      await work();
      this.announcer.polite(text);
      this.toasts.show({ text, ...(undo === undefined ? {} : { undo }) });
      return true;
    } catch (error) {
      this.failure.set(problemWords(toApiProblem(error)));
      return false;
    } finally {
      this.busy.set(false);
    }
  }
}
