import { Component, inject } from '@angular/core';
import { ClockTimePipe } from '../../core/time/clock-time.pipe';
import { DialogSheet } from '../../ui/dialog-sheet/dialog-sheet';
import { BoardTickets } from '../board/board-tickets';
import { KitchenPlace } from '../kitchen-place';
import { KITCHEN_TEXTS } from '../kitchen-texts';
import { SheetState } from './sheet-state';
import { dishesOf, titleOf } from '../ticket/ticket-words';

/** The tickets for which there is no slot yet. */
@Component({
  selector: 'app-waiting-sheet',
  imports: [ClockTimePipe, DialogSheet],
  template: `
    <app-dialog-sheet [open]="sheets.open() === 'waiting'" [heading]="t.waitingHeading" (closed)="sheets.close()">
      <ul class="kitchen-list">
        @for (ticket of board.queue(); track ticket.id) {
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
      @if (board.later().length > 0) {
        <h3>{{ t.laterHeading }}</h3>
        <ul class="kitchen-list">
          @for (ticket of board.later(); track ticket.id) {
            <li>
              <div>
                <strong
                  ><bdi>{{ titleOf(ticket) }}</bdi></strong
                ><br />
                <span>{{ dishesOf(ticket) }}</span>
              </div>
              <span class="clock">{{ t.starts(ticket.startAt | clockTime: place.timezone()) }}</span>
            </li>
          }
        </ul>
      }
    </app-dialog-sheet>
  `,
})
export class WaitingSheet {
  protected readonly sheets = inject(SheetState);
  protected readonly board = inject(BoardTickets);
  protected readonly t = KITCHEN_TEXTS;
  protected readonly place = inject(KitchenPlace);
  protected readonly titleOf = titleOf;
  protected readonly dishesOf = dishesOf;
}
