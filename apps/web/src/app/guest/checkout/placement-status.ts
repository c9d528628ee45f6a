import { Component, ElementRef, Injector, afterNextRender, effect, inject, viewChild } from '@angular/core';
import { Announcer } from '../../core/a11y/announcer';
import { Banner } from '../../ui/banner/banner';
import { RestaurantStore } from '../restaurant/restaurant-store';
import { Placement } from './placement';
import { RefusalWords } from './refusal-words';
import { CHECKOUT_TEXTS } from './checkout-texts';

/** What became of the order that was sent: still asking, no answer, or a refusal with its reason. */
@Component({
  selector: 'app-placement-status',
  imports: [Banner],
  template: `
    @switch (placement.state()) {
      @case ('checking') {
        <app-banner kind="warning">
          {{ t.placingChecking }}
        </app-banner>
      }
      @case ('unanswered') {
        <app-banner kind="failed">
          {{ t.placingUnanswered }}
          @if (restaurant.location()?.phone; as phone) {
            <a [href]="'tel:' + phone">{{ phone }}</a>
          }
          <button bannerAction type="button" class="button button--small" (click)="placement.askAgain()">
            {{ t.placingAskAgain }}
          </button>
        </app-banner>
      }
      @case ('refused') {
        <div #refusal tabindex="-1" class="refusal">
          <app-banner kind="failed">{{ words.text() }}</app-banner>
        </div>
      }
    }
  `,
  styles: `
    :host(:empty) {
      display: none;
    }
    .refusal:focus-visible {
      border-radius: 12px;
    }
  `,
})
export class PlacementStatus {
  protected readonly t = CHECKOUT_TEXTS;
  protected readonly placement = inject(Placement);
  protected readonly words = inject(RefusalWords);
  protected readonly restaurant = inject(RestaurantStore);
  private readonly refusal = viewChild<ElementRef<HTMLElement>>('refusal');

  constructor() {
    const announcer = inject(Announcer);
    const injector = inject(Injector);
    effect(() => {
      const text = this.words.text();
      if (this.placement.state() !== 'refused' || text === null) return;
      announcer.assertive(text);
      afterNextRender({ read: () => this.refusal()?.nativeElement.focus() }, { injector });
    });
  }
}
