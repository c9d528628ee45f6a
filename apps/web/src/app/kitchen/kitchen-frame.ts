import { Component, ViewEncapsulation, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';

import { InstallLink } from './device/install-link';
import { OfflineCopy } from './device/offline-copy';
import { ScreenSetup } from './device/screen-setup';
import { Outbox } from './outbox/outbox';

/** The kitchen's own light: dark, large, never themed. Its tokens hold for the whole page while it is shown. */
@Component({
  selector: 'app-kitchen-frame',
  imports: [RouterOutlet],
  template: '<router-outlet />',
  styleUrl: './kitchen-frame.css',
  encapsulation: ViewEncapsulation.None,
  host: { '[class.light]': 'setup.isLight()' },
})
export class KitchenFrame {
  protected readonly setup = inject(ScreenSetup);
  /** Begins to deliver what waits since the last load, whichever screen of the kitchen is opened. */
  private readonly outbox = inject(Outbox);

  constructor() {
    this.outbox.wake();
    void inject(OfflineCopy).keep();
    inject(InstallLink).add();
  }
}
