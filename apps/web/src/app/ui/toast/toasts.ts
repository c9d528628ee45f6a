import { Injectable, signal } from '@angular/core';

export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly kind: 'done' | 'failed';
  /** Shown as "Undo" (or `undoLabel`) while the toast lives. */
  readonly undo?: () => void;
  readonly undoLabel?: string;
}

export type NewToast = Omit<Toast, 'id' | 'kind'> & { readonly kind?: Toast['kind'] };

/** Short news with a way back, one at a time: newer news replaces older. */
@Injectable({ providedIn: 'root' })
export class Toasts {
  private readonly shown = signal<Toast | null>(null);
  private lastId = 0;

  readonly current = this.shown.asReadonly();

  show(toast: NewToast): void {
    this.shown.set({ kind: 'done', ...toast, id: (this.lastId += 1) });
  }

  /** What it would undo is past: the page was left, the order placed. */
  clear(): void {
    this.shown.set(null);
  }

  /** The toast may have been replaced meanwhile; then nothing happens. */
  dismiss(id: number): void {
    this.shown.update((toast) => (toast?.id === id ? null : toast));
  }
}
