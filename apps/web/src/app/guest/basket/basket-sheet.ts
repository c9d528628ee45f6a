import { Component, inject } from '@angular/core';
import { DialogSheet } from '../../ui/dialog-sheet/dialog-sheet';
import { GuestSheets } from '../guest-sheets';
import { BasketAction } from './basket-action';
import { BasketLines } from './basket-lines';
import { BasketStore } from './basket-store';
import { BASKET_TEXTS } from './basket-texts';
import { PairedDishes } from './paired-dishes';

/** The basket over the menu, on phones and tablets. */
@Component({
  selector: 'app-basket-sheet',
  imports: [BasketAction, BasketLines, DialogSheet, PairedDishes],
  template: `
    <app-dialog-sheet placement="side" [open]="sheets.basketOpen()" [heading]="t.heading" (closed)="sheets.close()">
      @if (basket.isEmpty()) {
        <p class="empty">{{ t.empty }}</p>
      } @else if (sheets.basketOpen()) {
        <app-basket-lines />
        <app-paired-dishes />
      }
      <div sheetFooter class="footer">
        @if (basket.isEmpty()) {
          <button type="button" class="button button--wide" (click)="sheets.close()">{{ t.back }}</button>
        } @else if (sheets.basketOpen()) {
          <app-basket-action />
        }
      </div>
    </app-dialog-sheet>
  `,
  styles: `
    .empty {
      color: var(--ink-2);
    }
    .footer {
      padding: var(--space-3) var(--sheet-gutter) calc(var(--space-3) + env(safe-area-inset-bottom));
      border-block-start: 1px solid var(--line);
    }
  `,
})
export class BasketSheet {
  protected readonly t = BASKET_TEXTS;
  protected readonly sheets = inject(GuestSheets);
  protected readonly basket = inject(BasketStore);
}
