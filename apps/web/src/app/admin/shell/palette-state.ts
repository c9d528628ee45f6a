import { Injectable, signal } from '@angular/core';

/** Whether the palette stands open. Its code is fetched when it is first wanted. */
@Injectable()
export class PaletteState {
  readonly open = signal(false);
  readonly wanted = signal(false);

  toggle(): void {
    this.wanted.set(true);
    this.open.update((open) => !open);
  }
}
