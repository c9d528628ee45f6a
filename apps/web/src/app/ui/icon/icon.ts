import { Component, computed, input } from '@angular/core';
import { iconShape, type IconName } from './icon-shapes';

/** A line icon. Decoration only: whatever it stands beside carries the words. */
@Component({
  selector: 'app-icon',
  template: `<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path [attr.d]="shape()" /></svg>`,
  styles: `
    :host {
      display: inline-grid;
      inline-size: var(--icon-size, 1.25rem);
      block-size: var(--icon-size, 1.25rem);
      flex: none;
    }
    svg {
      inline-size: 100%;
      block-size: 100%;
      fill: none;
      stroke: currentColor;
      stroke-width: 1.75;
      stroke-linecap: round;
      stroke-linejoin: round;
    }
  `,
})
export class Icon {
  readonly name = input.required<IconName>();
  protected readonly shape = computed(() => iconShape(this.name()));
}
