import { Component, inject } from '@angular/core';
import { ClockTimePipe } from '../../core/time/clock-time.pipe';
import { DialogSheet } from '../../ui/dialog-sheet/dialog-sheet';
import { KitchenPlace } from '../kitchen-place';
import { dishesOf, titleOf } from '../ticket/ticket-words';
import { SheetState } from '../sheets/sheet-state';
import type { PassOrder } from './expo-orders';
import { PassBoard } from './pass-board';
import { EXPO_TEXTS } from './expo-texts';

/** The orders for which there is no slot yet. */
@Component({
  selector: 'app-expo-waiting',
  imports: [ClockTimePipe, DialogSheet],
  template: `
    <app-dialog-sheet [open]="sheets.open() === 'waiting'" [heading]="t.queueHeading" (closed)="sheets.close()">
      <ul class="kitchen-list">
        @for (order of board.queue(); track order.orderId) {
          <li>
            <div>
              <strong
                ><bdi>{{ titleOf(order) }}</bdi></strong
              ><br />
              <span>{{ dishes(order) }}</span>
            </div>
            <span class="clock">{{ order.placedAt | clockTime: place.timezone() }}</span>
          </li>
        }
      </ul>
    </app-dialog-sheet>
  `,
})
export class ExpoWaiting {
  protected readonly sheets = inject(SheetState);
  protected readonly board = inject(PassBoard);
  protected readonly t = EXPO_TEXTS;
  protected readonly place = inject(KitchenPlace);
  protected readonly titleOf = titleOf;

  protected dishes({ tickets }: PassOrder): string {
    return tickets.map(dishesOf).join(', ');
  }
}
