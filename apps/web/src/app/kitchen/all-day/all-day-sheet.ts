import { Component, computed, inject } from '@angular/core';
import { DialogSheet } from '../../ui/dialog-sheet/dialog-sheet';
import { BoardTickets } from '../board/board-tickets';
import { KITCHEN_TEXTS } from '../kitchen-texts';
import { SheetState } from '../sheets/sheet-state';
import { allDayCounts } from './all-day-counts';

/** How many of each dish are still to be made, counted from what this screen knows: it works without a network too. */
@Component({
  selector: 'app-all-day-sheet',
  imports: [DialogSheet],
  template: `
    <app-dialog-sheet
      [open]="sheets.open() === 'all-day'"
      [heading]="t.allDay"
      placement="side"
      (closed)="sheets.close()"
    >
      @if (rows().length === 0) {
        <p role="status">{{ t.allDayNothing }}</p>
      } @else {
        <ol role="list">
          @for (row of rows(); track row.name) {
            <li [class.held]="row.held === row.toMake">
              <strong class="count">{{ row.toMake }}</strong>
              <span class="name"
                ><bdi>{{ row.name }}</bdi></span
              >
              <span class="more">{{ t.allDayMore(row.held, row.done) }}</span>
              @for (way of row.ways; track way.words) {
                <span class="way"
                  ><strong>{{ way.count }} ×</strong> {{ way.words }}</span
                >
              }
            </li>
          }
        </ol>
      }
    </app-dialog-sheet>
  `,
  styles: `
    ol {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: grid;
      grid-template-columns: 3.2rem minmax(0, 1fr);
      align-items: baseline;
      gap: 0 var(--space-3);
      padding-block: var(--space-2);
      border-block-end: 1px solid var(--line);
      font-size: 1.5rem;
      line-height: 1.2;
    }
    .count {
      font-size: 2rem;
      font-weight: 800;
      font-variant-numeric: tabular-nums;
      text-align: end;
    }
    .name {
      font-weight: 700;
      overflow-wrap: anywhere;
    }
    .held {
      color: var(--ink-2);
    }
    .more,
    .way {
      grid-column: 2;
      color: var(--ink-2);
      font-size: 1.125rem;
    }
    .way {
      color: var(--modifier);
    }
  `,
})
export class AllDaySheet {
  protected readonly t = KITCHEN_TEXTS;
  protected readonly sheets = inject(SheetState);
  private readonly board = inject(BoardTickets);
  protected readonly rows = computed(() => allDayCounts(this.board.open()));
}
