import { DestroyRef, Injectable, inject, signal } from '@angular/core';
import { Announcer } from '../../core/a11y/announcer';
import { toApiProblem, type ApiProblem } from '../../core/api/api-problem';
import { Toasts } from '../../ui/toast/toasts';
import { KitchenApi } from '../kitchen-api';
import { KitchenPlace } from '../kitchen-place';
import { UNDO_MS } from '../ticket/departures';
import { refusalWords } from '../ticket/refusal-words';
import { titleOf } from '../ticket/ticket-words';
import { ExpoFeed } from './expo-feed';
import type { PassOrder } from './expo-orders';
import { EXPO_TEXTS } from './expo-texts';

/** `waiting`: the four seconds in which it can be taken back, nothing is sent yet. `sending`: it cannot any more. */
export interface Leaving {
  readonly order: PassOrder;
  readonly phase: 'waiting' | 'sending';
}

/**
 * Handing orders over. A handed-over order never comes back, so the command is sent only when the time for an undo
 * has run out, or when the page is left.
 */
@Injectable()
export class HandOver {
  private readonly api = inject(KitchenApi);
  private readonly feed = inject(ExpoFeed);
  private readonly place = inject(KitchenPlace);
  private readonly announcer = inject(Announcer);
  private readonly toasts = inject(Toasts);
  private readonly current = signal<ReadonlyMap<string, Leaving>>(new Map());
  private readonly refused = signal<ReadonlyMap<string, string>>(new Map());
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();

  readonly leaving = this.current.asReadonly();
  readonly failures = this.refused.asReadonly();

  constructor() {
    inject(DestroyRef).onDestroy(() => this.sendAll());
  }

  begin(order: PassOrder): void {
    const { orderId } = order;
    if (this.current().has(orderId)) return;
    this.refused.update((failures) => new Map([...failures].filter(([id]) => id !== orderId)));
    if (!this.place.mayHandOver()) return this.blame(order, EXPO_TEXTS.forbidden);
    this.put({ order, phase: 'waiting' });
    this.announcer.polite(EXPO_TEXTS.saidHandedOver(titleOf(order)));
    this.timers.set(
      orderId,
      setTimeout(() => void this.send(order), UNDO_MS),
    );
  }

  undo(orderId: string): void {
    const leaving = this.current().get(orderId);
    if (leaving?.phase !== 'waiting') return;
    clearTimeout(this.timers.get(orderId));
    this.drop(orderId);
    this.announcer.polite(EXPO_TEXTS.saidBack(titleOf(leaving.order)));
  }

  private sendAll(): void {
    for (const { order, phase } of this.current().values()) if (phase === 'waiting') void this.send(order);
  }

  private async send(order: PassOrder): Promise<void> {
    clearTimeout(this.timers.get(order.orderId));
    this.put({ order, phase: 'sending' });
    try {
      const { version, state } = await this.api.handOver(order.orderId);
      this.feed.note(order.orderId, { version, state });
    } catch (error) {
      this.blame(order, this.wordsFor(toApiProblem(error), order.orderId));
    } finally {
      this.drop(order.orderId);
    }
  }

  private wordsFor(problem: ApiProblem, orderId: string): string {
    if (problem.code !== 'invalid_transition') return refusalWords(problem);
    const state = this.feed.stateOf(orderId);
    if (state === 'completed') return EXPO_TEXTS.handedByOther;
    return state === 'cancelled' ? EXPO_TEXTS.cancelled : EXPO_TEXTS.notReady;
  }

  private blame(order: PassOrder, reason: string): void {
    this.refused.update((failures) => new Map(failures).set(order.orderId, reason));
    const words = EXPO_TEXTS.saidFailed(titleOf(order), reason);
    this.announcer.assertive(words);
    // Its place at the pass is gone, so the reason needs another.
    if (this.feed.orders().every(({ orderId }) => orderId !== order.orderId)) {
      this.toasts.show({ kind: 'failed', text: words });
    }
  }

  private put(leaving: Leaving): void {
    this.current.update((all) => new Map(all).set(leaving.order.orderId, leaving));
  }

  private drop(orderId: string): void {
    this.timers.delete(orderId);
    this.current.update((all) => new Map([...all].filter(([id]) => id !== orderId)));
  }
}
