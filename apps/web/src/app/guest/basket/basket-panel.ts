import { Component, inject } from '@angular/core';
import { BasketAction } from './basket-action';
import { BasketLines } from './basket-lines';
import { BasketStore } from './basket-store';
import { PairedDishes } from './paired-dishes';

/** The basket beside the menu, where there is room for it. */
@Component({
  selector: 'app-basket-panel',
  imports: [BasketAction, BasketLines, PairedDishes],
  template: `
    @if (!basket.isEmpty()) {
      <div class="scroll">
        <app-basket-lines />
        <app-paired-dishes />
      </div>
      <app-basket-action />
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template-rows: minmax(0, 1fr) auto;
      gap: var(--space-4);
      min-block-size: 0;
    }
    .scroll {
      margin-inline: calc(-1 * var(--space-2));
      padding-inline: var(--space-2);
      overflow-y: auto;
    }
  `,
})
export class BasketPanel {
  protected readonly basket = inject(BasketStore);
}
