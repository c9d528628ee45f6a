import { Component, inject, input } from '@angular/core';
import { CUTLERY_SETS } from '@comanda/shared';
import { Announcer } from '../../core/a11y/announcer';
import { Stepper } from '../../ui/stepper/stepper';
import { cutleryWords } from '../words/cutlery-words';
import { CutleryWish } from './cutlery-wish';

/** Whether cutlery and napkins are packed, and for how many. */
@Component({
  selector: 'app-cutlery-choice',
  imports: [Stepper],
  template: `
    <fieldset [attr.aria-describedby]="error() === null ? null : 'cutlery-error'">
      <legend>{{ heading }}</legend>
      @if (error(); as text) {
        <p class="error" id="cutlery-error">{{ text }}</p>
      }
      <div class="choice-row">
        <label class="choice">
          <input id="cutlery-no" type="radio" name="cutlery" [checked]="wish.sets() === 0" (change)="wish.say(0)" />
          <span
            ><strong>{{ no }}</strong></span
          >
        </label>
        <label class="choice">
          <input type="radio" name="cutlery" [checked]="(wish.sets() ?? 0) > 0" (change)="wish.say(wish.people())" />
          <span
            ><strong>{{ yes }}</strong></span
          >
        </label>
      </div>
    </fieldset>
    @if (wish.sets(); as sets) {
      <p class="count">
        <span>{{ forHowMany }}</span>
        <app-stepper [value]="sets" [min]="1" [max]="most" [label]="forHowMany" (changed)="count($event)" />
      </p>
    }
  `,
  styleUrls: ['./choice-row.css'],
  styles: `
    .error {
      margin: 0;
      padding-block-start: var(--space-2);
      color: var(--bad);
      font-size: var(--text-15);
      font-weight: 600;
    }
    .count {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: var(--space-3);
      margin: var(--space-3) 0 0;
    }
  `,
})
export class CutleryChoice {
  readonly error = input<string | null>(null);

  protected readonly wish = inject(CutleryWish);
  private readonly announcer = inject(Announcer);
  protected readonly most = CUTLERY_SETS;
  protected readonly heading = $localize`:@@guest.cutlery.heading:Cutlery and napkins`;
  protected readonly no = $localize`:@@guest.cutlery.no:No, thank you`;
  protected readonly yes = $localize`:@@guest.cutlery.yes:Yes, please`;
  protected readonly forHowMany = $localize`:@@guest.cutlery.forHowMany:For how many people`;

  protected count(sets: number): void {
    this.wish.say(sets);
    this.announcer.polite(cutleryWords(sets));
  }
}
