import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { Announcer } from '../../core/a11y/announcer';
import { Icon } from '../../ui/icon/icon';
import { OrderPush } from './order-push';
import { TrackingStore } from './tracking-store';
import { isOver, isUnderWay } from './tracking-words';

type State = 'off' | 'on' | 'refused' | 'failed';

/** Offers to tell on this device what becomes of the order, so that nobody has to keep the page open. */
@Component({
  selector: 'app-push-part',
  imports: [Icon],
  template: `
    @if (token(); as trackingToken) {
      <div class="offer">
        @if (state() === 'on') {
          <p role="status"><app-icon name="check" />{{ t.on }}</p>
          <button type="button" class="button button--small button--quiet" (click)="turnOff(trackingToken)">
            {{ t.stop }}
          </button>
        } @else if (state() === 'refused') {
          <p role="status">{{ t.refused }}</p>
        } @else if (waiting()) {
          <button type="button" class="button" [attr.aria-disabled]="busy() || null" (click)="turnOn(trackingToken)">
            {{ t.offer }}
          </button>
          @if (state() === 'failed') {
            <p role="status">{{ t.failed }}</p>
          }
        }
      </div>
    }
  `,
  styles: `
    .offer {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-2) var(--space-4);
      padding-block: var(--space-4);
    }
    p {
      display: flex;
      align-items: center;
      gap: var(--space-2);
      margin: 0;
      color: var(--ink-2);
    }
  `,
})
export class PushPart {
  private readonly push = inject(OrderPush);
  private readonly announcer = inject(Announcer);
  private readonly tracking = inject(TrackingStore);

  protected readonly t = {
    offer: $localize`:@@guest.push.offer:Tell me when it is ready`,
    on: $localize`:@@guest.push.on:We will tell you on this device.`,
    stop: $localize`:@@guest.push.stop:Do not tell me`,
    refused: $localize`:@@guest.push.refused:This browser shows no messages from us. You can allow them in its settings; this page stays live.`,
    failed: $localize`:@@guest.push.failed:That did not work. This page stays live; try again later.`,
  };
  /** Null once there is nothing to wait for. */
  protected readonly token = computed(() => {
    const order = this.tracking.order();
    return order === null || isOver(order.state) ? null : this.tracking.trackingToken();
  });
  /** What is ready needs no offer any more; who took it may still give it up. */
  protected readonly waiting = computed(() => {
    const order = this.tracking.order();
    return order !== null && isUnderWay(order.state);
  });
  protected readonly busy = signal(false);
  protected readonly state = linkedSignal<State>(() => {
    const token = this.token();
    return token !== null && this.push.isOn(token) ? 'on' : 'off';
  });

  protected async turnOn(trackingToken: string): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    const state = await this.push.turnOn(trackingToken).then(
      (wanted): State => (wanted ? 'on' : 'refused'),
      (): State => 'failed',
    );
    this.busy.set(false);
    this.state.set(state);
    if (state === 'on') this.announcer.polite(this.t.on);
  }

  protected async turnOff(trackingToken: string): Promise<void> {
    this.state.set('off');
    await this.push.turnOff(trackingToken).catch(() => undefined);
  }
}
