import { Injectable, signal } from '@angular/core';

export type SheetName = 'recall' | 'waiting' | 'keys' | 'all-day' | 'sold-out' | 'setup';

/** Which sheet is open over a screen. Sheets are loaded when they are wanted first, so they find their state here. */
@Injectable()
export class SheetState {
  private readonly current = signal<SheetName | null>(null);

  readonly open = this.current.asReadonly();
  /** The keys of the screen, for the list that `?` shows. */
  readonly keyList = signal<readonly (readonly [string, string])[]>([]);
  /** The station of the screen; null for all of them. */
  readonly stationId = signal<string | null>(null);

  show(name: SheetName): void {
    this.current.set(name);
  }

  close(): void {
    this.current.set(null);
  }
}
