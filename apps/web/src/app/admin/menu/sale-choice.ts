import { Injectable, signal } from '@angular/core';
import type { MenuRow } from './menu-rows';

/** The row that somebody wants to take off sale. */
@Injectable()
export class SaleChoice {
  readonly row = signal<MenuRow | null>(null);
}
