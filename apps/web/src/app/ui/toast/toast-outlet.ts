import { Component, effect, inject, signal } from '@angular/core';
import { Toasts } from './toasts';

const LIFE_MS = 6_000;

/** Draws the current toast. Its six seconds stand still while a pointer or the focus rests on it. */
@Component({
  selector: 'app-toast-outlet',
  template: `
    @if (toasts.current(); as toast) {
      <section
        class="toast"
        [attr.aria-label]="label"
        [class.toast--failed]="toast.kind === 'failed'"
        (pointerenter)="held.set(true)"
        (pointerleave)="held.set(false)"
        (focusin)="held.set(true)"
        (focusout)="held.set(false)"
      >
        <p>{{ toast.text }}</p>
        @if (toast.undo; as undo) {
          <button type="button" (click)="undo(); toasts.dismiss(toast.id)">{{ toast.undoLabel ?? undoLabel }}</button>
        }
      </section>
    }
  `,
  styleUrl: './toast-outlet.css',
})
export class ToastOutlet {
  protected readonly toasts = inject(Toasts);
  protected readonly held = signal(false);
  protected readonly label = $localize`:@@ui.toast.label:Last change`;
  protected readonly undoLabel = $localize`:@@ui.toast.undo:Undo`;

  constructor() {
    effect((onCleanup) => {
      const toast = this.toasts.current();
      if (toast === null || this.held()) return;
      const timer = setTimeout(() => this.toasts.dismiss(toast.id), LIFE_MS);
      onCleanup(() => clearTimeout(timer));
    });
    // A toast that goes away under the pointer never tells that the pointer left.
    effect(() => this.toasts.current() === null && this.held.set(false));
  }
}
