import { DOCUMENT, Injectable, inject } from '@angular/core';

const HEX_COLOUR = /^#[0-9a-f]{6}$/i;

/** The restaurant's colour, from which the tokens make every accent of the site. */
@Injectable({ providedIn: 'root' })
export class Theme {
  private readonly root = inject(DOCUMENT).documentElement;

  applySeed(colour: string): void {
    if (HEX_COLOUR.test(colour)) this.root.style.setProperty('--seed', colour);
  }
}
