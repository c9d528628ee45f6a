import { DOCUMENT, Injectable, inject } from '@angular/core';

/** Keeps a copy of the kitchen's pages on the device, so that a reload without the server shows the last board. */
@Injectable({ providedIn: 'root' })
export class OfflineCopy {
  private readonly document = inject(DOCUMENT);

  /** Browsers allow it on https and on this machine itself only; elsewhere a reload needs the server. */
  async keep(): Promise<void> {
    if (!('serviceWorker' in navigator)) return;
    const base = new URL(this.document.baseURI).pathname;
    await navigator.serviceWorker
      .register(`${base}kitchen-worker.js`, { scope: `${base}kitchen` })
      .catch(() => undefined);
  }
}
