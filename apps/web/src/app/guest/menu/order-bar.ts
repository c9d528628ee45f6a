import { Component, DOCUMENT, DestroyRef, ElementRef, inject, output } from '@angular/core';
import { MoneyPipe } from '../../core/money/money.pipe';
import { BasketStore } from '../basket/basket-store';
import { MENU_TEXTS } from './menu-texts';

/** Within the thumb's reach: how much is in the order, and the way to it. */
@Component({
  selector: 'app-order-bar',
  imports: [MoneyPipe],
  template: `
    @if (basket.count(); as count) {
      <button type="button" class="button button--primary button--large" (click)="opened.emit()">
        <span class="count">{{ count }}</span>
        <span>{{ t.barView }}</span>
        @if (basket.priced(); as priced) {
          <span class="amount">{{ priced.totalMinor | money: priced.currency }}</span>
        }
      </button>
    }
  `,
  styleUrl: './order-bar.css',
})
export class OrderBar {
  readonly opened = output();

  protected readonly t = MENU_TEXTS;
  protected readonly basket = inject(BasketStore);

  constructor() {
    const root = inject(DOCUMENT).documentElement;
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    // What is fixed at the bottom must never cover the focus, the last row or the toast.
    const measure = new ResizeObserver(() => root.style.setProperty('--bar-height', `${host.offsetHeight}px`));
    measure.observe(host);
    inject(DestroyRef).onDestroy(() => {
      measure.disconnect();
      root.style.removeProperty('--bar-height');
    });
  }
}
