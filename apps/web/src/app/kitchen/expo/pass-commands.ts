import { Injectable, inject, signal } from '@angular/core';
import { Announcer } from '../../core/a11y/announcer';
import { toApiProblem } from '../../core/api/api-problem';
import { KitchenApi } from '../kitchen-api';
import { refusalWords } from '../ticket/refusal-words';
import { titleOf } from '../ticket/ticket-words';
import { ExpoFeed } from './expo-feed';
import type { PassOrder } from './expo-orders';
import { EXPO_TEXTS } from './expo-texts';

/** What the pass does with orders beside handing them over: who goes first, when the next course begins, dish by dish. */
@Injectable()
export class PassCommands {
  private readonly api = inject(KitchenApi);
  private readonly feed = inject(ExpoFeed);
  private readonly announcer = inject(Announcer);
  private readonly busy = new Set<string>();
  private readonly refused = signal<ReadonlyMap<string, string>>(new Map());

  readonly failures = this.refused.asReadonly();

  rush(order: PassOrder, on: boolean): void {
    const said = (on ? EXPO_TEXTS.saidRush : EXPO_TEXTS.saidNoRush)(titleOf(order));
    void this.run(order, () => this.api.rush(order.orderId, on), said);
  }

  fireCourse(order: PassOrder, course: number): void {
    const said = EXPO_TEXTS.saidFired(titleOf(order), course);
    void this.run(order, () => this.api.fireCourse(order.orderId, course), said);
  }

  handOverLine(order: PassOrder, { ticketId, lineId }: { readonly ticketId: string; readonly lineId: string }): void {
    void this.run(order, async () => this.feed.take(await this.api.handOverLine(ticketId, lineId)));
  }

  private async run(order: PassOrder, work: () => Promise<unknown>, said?: string): Promise<void> {
    const { orderId } = order;
    if (this.busy.has(orderId)) return;
    this.busy.add(orderId);
    this.refused.update((failures) => new Map([...failures].filter(([id]) => id !== orderId)));
    try {
      await work();
      if (said !== undefined) this.announcer.polite(said);
    } catch (error) {
      const reason = refusalWords(toApiProblem(error));
      this.refused.update((failures) => new Map(failures).set(orderId, reason));
      this.announcer.assertive(EXPO_TEXTS.saidFailed(titleOf(order), reason));
    } finally {
      this.busy.delete(orderId);
    }
  }
}
