import { Component, computed, input, output } from '@angular/core';
import { Icon } from '../../ui/icon/icon';
import { UNDO_MS, type Departure } from './departures';
import { TICKET_TEXTS } from './ticket-texts';
import { titleOf } from './ticket-words';

/** What stands in a slot for four seconds after its ticket was bumped: by whom, and the way back. */
@Component({
  selector: 'app-departure-card',
  imports: [Icon],
  template: `
    <div class="card" [class.refused]="departure().failure !== null">
      <p class="what">
        <app-icon [name]="departure().failure === null ? 'circle-check' : 'circle-alert'" />
        <span
          ><bdi>{{ title() }}</bdi> <strong>{{ word() }}</strong></span
        >
      </p>
      @if (departure().failure; as reason) {
        <p>{{ reason }}</p>
      } @else {
        <button type="button" (click)="undone.emit()">
          <svg viewBox="0 0 48 48" aria-hidden="true" focusable="false">
            <circle class="track" cx="24" cy="24" r="20" />
            <circle class="ring" cx="24" cy="24" r="20" pathLength="100" [style.animation-duration]="duration" />
          </svg>
          {{ t.undo }}<span class="visually-hidden"> {{ title() }}</span>
        </button>
        <p class="sending">{{ departure().sending ? t.sending : '' }}</p>
      }
    </div>
  `,
  styleUrl: './departure-card.css',
})
export class DepartureCard {
  readonly departure = input.required<Departure>();
  readonly undone = output();

  protected readonly t = TICKET_TEXTS;
  protected readonly duration = `${UNDO_MS}ms`;
  protected readonly title = computed(() => titleOf(this.departure().ticket));
  protected readonly word = computed(() => {
    const { by, failure } = this.departure();
    if (failure !== null) return this.t.failed;
    return by === null ? this.t.bumped : this.t.bumpedBy(by);
  });
}
