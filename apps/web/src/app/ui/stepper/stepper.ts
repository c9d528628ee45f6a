import { Component, computed, input, output } from '@angular/core';
import { Icon } from '../icon/icon';

/** "- 2 +": a quantity that a thumb can change. Says the new quantity through its owner, who knows the words. */
@Component({
  selector: 'app-stepper',
  imports: [Icon],
  template: `
    <div class="stepper" role="group" [attr.aria-label]="label()" [class.stepper--small]="small()">
      <button
        type="button"
        (click)="change(-1)"
        [attr.aria-disabled]="value() <= min() || null"
        [attr.aria-label]="removes() ? removeLabel : fewerLabel"
      >
        <app-icon [name]="removes() ? 'trash-2' : 'minus'" />
      </button>
      <output aria-live="off">{{ value() }}</output>
      <button
        type="button"
        (click)="change(1)"
        [attr.aria-disabled]="value() >= max() || null"
        [attr.aria-label]="moreLabel"
      >
        <app-icon name="plus" />
      </button>
    </div>
  `,
  styleUrl: './stepper.css',
})
export class Stepper {
  readonly value = input.required<number>();
  readonly min = input(0);
  readonly max = input(99);
  /** What is counted: "Charred leeks". */
  readonly label = input.required<string>();
  readonly small = input(false);
  /** True when going below one takes the thing away. */
  readonly removable = input(false);
  readonly changed = output<number>();

  protected readonly removes = computed(() => this.removable() && this.value() <= 1);
  protected readonly fewerLabel = $localize`:@@ui.stepper.fewer:One fewer`;
  protected readonly moreLabel = $localize`:@@ui.stepper.more:One more`;
  protected readonly removeLabel = $localize`:@@ui.stepper.remove:Remove`;

  /** At the limit the button keeps the focus (a disabled one would drop it), but does nothing. */
  protected change(step: 1 | -1): void {
    const next = this.value() + step;
    if (next >= this.min() && next <= this.max()) this.changed.emit(next);
  }
}
