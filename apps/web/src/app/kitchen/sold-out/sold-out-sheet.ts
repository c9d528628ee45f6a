import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Announcer } from '../../core/a11y/announcer';
import { SessionStore } from '../../core/session/session-store';
import { Banner } from '../../ui/banner/banner';
import { DialogSheet } from '../../ui/dialog-sheet/dialog-sheet';
import { SheetState } from '../sheets/sheet-state';
import type { Sellable } from './sellable';
import { SOLD_OUT_TEXTS } from './sold-out-texts';
import { SoldOutStore } from './sold-out-store';

/** Takes a dish off sale in two touches, and says before what falls with it. */
@Component({
  selector: 'app-sold-out-sheet',
  imports: [Banner, DialogSheet, RouterLink],
  templateUrl: './sold-out-sheet.html',
  styleUrl: './sold-out-sheet.css',
  providers: [SoldOutStore],
})
export class SoldOutSheet {
  protected readonly t = SOLD_OUT_TEXTS;
  protected readonly sheets = inject(SheetState);
  protected readonly store = inject(SoldOutStore);
  private readonly session = inject(SessionStore);
  protected readonly mayBook = computed(() => this.session.may('stock.book'));
  private readonly announcer = inject(Announcer);
  protected readonly portions = [1, 2, 3, 5, 10] as const;
  protected readonly typed = signal('');
  protected readonly chosen = signal<string | null>(null);

  /** Those of this station first; what is off or counted stands on top. */
  protected readonly dishes = computed(() => {
    const station = this.sheets.stationId();
    const words = plain(this.typed()).split(/\s+/).filter(Boolean);
    const rank = (dish: Sellable): number =>
      (dish.off || dish.left !== null ? 0 : 2) + (station !== null && dish.stationId === station ? 0 : 1);
    return (this.store.dishes() ?? [])
      .filter(({ name, section }) => words.every((word) => plain(`${name} ${section}`).includes(word)))
      .map((dish, index) => ({ dish, index }))
      .sort((one, other) => rank(one.dish) - rank(other.dish) || one.index - other.index)
      .map(({ dish }) => dish);
  });

  constructor() {
    effect(() => {
      if (this.sheets.open() !== 'sold-out') return;
      untracked(() => {
        this.chosen.set(null);
        this.typed.set('');
        this.store.ask();
      });
    });
  }

  protected search(event: Event): void {
    this.typed.set((event.target as HTMLInputElement).value);
  }

  protected choose({ id }: Sellable): void {
    this.chosen.update((chosen) => (chosen === id ? null : id));
  }

  protected async takeOff(dish: Sellable, until: 'tomorrow' | 'lifted'): Promise<void> {
    if (await this.store.suspend(dish, until)) this.say(this.t.saidOff(dish.name));
  }

  protected async count(dish: Sellable, left: number): Promise<void> {
    if (await this.store.count(dish, left)) this.say(this.t.saidCount(dish.name, left));
  }

  protected async putBack(dish: Sellable): Promise<void> {
    if (await this.store.lift(dish)) this.say(this.t[dish.lacks === null ? 'saidBack' : 'saidStillOff'](dish.name));
  }

  private say(words: string): void {
    this.chosen.set(null);
    this.announcer.polite(words);
  }
}

/** `Crème Brûlée` is found by `creme brulee`. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
