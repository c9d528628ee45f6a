import { Component, input, output } from '@angular/core';
import { Icon } from '../../ui/icon/icon';

/** Two buttons that move an entry of a list, which dragging alone would not do for everybody. */
@Component({
  selector: 'app-move-buttons',
  imports: [Icon],
  template: `
    <button
      type="button"
      class="icon-button"
      [attr.aria-label]="'Move ' + name() + ' up'"
      [attr.aria-disabled]="index() === 0 || null"
      (click)="move(-1)"
    >
      <app-icon name="arrow-up" />
    </button>
    <button
      type="button"
      class="icon-button"
      [attr.aria-label]="'Move ' + name() + ' down'"
      [attr.aria-disabled]="index() === count() - 1 || null"
      (click)="move(1)"
    >
      <app-icon name="arrow-down" />
    </button>
  `,
  styles: `
    :host {
      --icon-size: 1.1rem;
      display: inline-flex;
    }
    [aria-disabled] {
      color: var(--line-strong);
      cursor: default;
    }
  `,
})
export class MoveButtons {
  readonly name = input.required<string>();
  readonly index = input.required<number>();
  readonly count = input.required<number>();
  /** The place to which it shall go. */
  readonly moved = output<number>();

  protected move(step: 1 | -1): void {
    const to = this.index() + step;
    if (to >= 0 && to < this.count()) this.moved.emit(to);
  }
}
