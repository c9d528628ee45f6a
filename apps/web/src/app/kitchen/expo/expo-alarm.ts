import { Injectable, effect, inject, untracked } from '@angular/core';
import { Announcer } from '../../core/a11y/announcer';
import { KitchenSounds } from '../device/kitchen-sounds';
import { titleOf } from '../ticket/ticket-words';
import { ExpoFeed } from './expo-feed';
import type { PassOrder } from './expo-orders';
import { EXPO_TEXTS } from './expo-texts';

/** At the pass one thing is heard: an order that has become ready. */
@Injectable()
export class ExpoAlarm {
  private readonly feed = inject(ExpoFeed);
  private readonly sounds = inject(KitchenSounds);
  private readonly announcer = inject(Announcer);
  private told: ReadonlySet<string> | null = null;

  constructor() {
    effect(() => {
      const ready = this.feed.orders().filter((order) => order.ready);
      if (this.feed.picture.loaded()) untracked(() => this.tell(ready));
    });
  }

  /** Those that were ready before the screen was opened are no news. */
  private tell(ready: readonly PassOrder[]): void {
    const fresh = ready.filter(({ orderId }) => this.told?.has(orderId) === false);
    if (fresh.length > 0) this.sounds.play('ready');
    for (const order of fresh) this.announcer.polite(EXPO_TEXTS.saidReady(titleOf(order)));
    this.told = new Set(ready.map(({ orderId }) => orderId));
  }
}
