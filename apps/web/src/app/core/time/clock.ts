import { DestroyRef, Injectable, inject, signal } from '@angular/core';

const TICK_MS = 1_000;

/** The one timer of the site: everything that ages on screen reads `now`. */
@Injectable({ providedIn: 'root' })
export class Clock {
  private readonly current = signal(Date.now());

  /** Epoch milliseconds, moving once a second. */
  readonly now = this.current.asReadonly();

  constructor() {
    const timer = setInterval(() => this.current.set(Date.now()), TICK_MS);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }
}
