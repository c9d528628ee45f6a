import { DOCUMENT, Injectable, inject } from '@angular/core';

/** Makes the kitchen an app of its own that can be put on a tablet's start screen: full screen, without the browser's bars. */
@Injectable({ providedIn: 'root' })
export class InstallLink {
  private readonly document = inject(DOCUMENT);

  add(): void {
    if (this.document.querySelector('link[rel="manifest"]') !== null) return;
    const link = this.document.createElement('link');
    link.rel = 'manifest';
    link.href = 'kitchen.webmanifest';
    this.document.head.append(link);
  }
}
