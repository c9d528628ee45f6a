import { Component, input, output } from '@angular/core';
import { Icon } from '../../ui/icon/icon';
import { UNDO_MS } from './departures';
import { TICKET_TEXTS } from './ticket-texts';

/** What stands in a slot for four seconds after its ticket or order has left: what happened, and the way back. */
@Component({
  selector: 'app-departure-card',
  imports: [Icon],
  template: `
    <div class="card" [class.refused]="failure() !== null">
      <p class="what">
        <app-icon [name]="failure() === null ? 'circle-check' : 'circle-alert'" />
        <span>
          <bdi>{{ heading() }}</bdi>{{ ' ' }}<strong>{{ word() }}</strong>
        </span>
      </p>
      @if (failure(); as reason) {
        <p>{{ reason }}</p>
      } @else {
        @if (undoable()) {
          <button type="button" (click)="undone.emit()">
            <svg viewBox="0 0 48 48" aria-hidden="true" focusable="false">
              <circle class="track" cx="24" cy="24" r="20" />
              <circle class="ring" cx="24" cy="24" r="20" pathLength="100" [style.animation-duration]="duration" />
            </svg>
            {{ t.undo }}<span class="visually-hidden"> {{ heading() }}</span>
          </button>
        }
        <p class="sending">{{ waits() ? t.waits : sending() ? t.sending : '' }}</p>
      }
    </div>
  `,
  styleUrl: './departure-card.css',
})
export class DepartureCard {
  readonly heading = input.required<string>();
  readonly word = input.required<string>();
  readonly sending = input(false);
  readonly waits = input(false);
  readonly failure = input<string | null>(null);
  readonly undoable = input(true);
  readonly undone = output();

  protected readonly t = TICKET_TEXTS;
  protected readonly duration = `${UNDO_MS}ms`;
}
