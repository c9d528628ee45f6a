import { Injectable, signal } from '@angular/core';

/** Speaks to screen readers. The regions are in the app's frame; the same words twice are spoken twice. */
@Injectable({ providedIn: 'root' })
export class Announcer {
  private readonly politeText = signal('');
  private readonly assertiveText = signal('');

  readonly politeRegion = this.politeText.asReadonly();
  readonly assertiveRegion = this.assertiveText.asReadonly();

  polite(text: string): void {
    this.politeText.update((last) => different(text, last));
  }

  /** Only for "order failed" and allergies: it interrupts. */
  assertive(text: string): void {
    this.assertiveText.update((last) => different(text, last));
  }
}

/** A region whose text does not change stays silent, so a repeat gets an invisible difference. */
function different(text: string, last: string): string {
  return text === last ? `${text}\u00a0` : text;
}
