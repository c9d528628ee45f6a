import { Component, inject, input, output } from '@angular/core';
import type { TicketView } from '@comanda/shared';
import { ClockTimePipe } from '../../core/time/clock-time.pipe';
import { DialogSheet } from '../../ui/dialog-sheet/dialog-sheet';
import { KitchenPlace } from '../kitchen-place';
import { KITCHEN_TEXTS } from '../kitchen-texts';
import { dishesOf, titleOf } from '../ticket/ticket-words';

/** The tickets for which there is no slot yet. */
@Component({
  selector: 'app-waiting-sheet',
  imports: [ClockTimePipe, DialogSheet],
  template: `
    <app-dialog-sheet [open]="open()" [heading]="t.waitingHeading" (closed)="closed.emit()">
      <ul class="kitchen-list">
        @for (ticket of tickets(); track ticket.id) {
          <li>
            <div>
              <strong
                ><bdi>{{ titleOf(ticket) }}</bdi></strong
              ><br />
              <span>{{ dishesOf(ticket) }}</span>
            </div>
            <span class="clock">{{ t.due(ticket.dueAt | clockTime: place.timezone()) }}</span>
          </li>
        }
      </ul>
    </app-dialog-sheet>
  `,
})
export class WaitingSheet {
  readonly open = input.required<boolean>();
  readonly tickets = input.required<readonly TicketView[]>();
  readonly closed = output();
  protected readonly t = KITCHEN_TEXTS;
  protected readonly place = inject(KitchenPlace);
  protected readonly titleOf = titleOf;
  protected readonly dishesOf = dishesOf;
}
