import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { Announcer } from '../../core/a11y/announcer';
import { Clock } from '../../core/time/clock';
import { ClockTimePipe } from '../../core/time/clock-time.pipe';
import { KitchenSounds } from '../device/kitchen-sounds';
import { Shift } from '../device/shift';
import { PickupStore } from './pickup-store';
import { PICKUP_TEXTS } from './pickup-texts';

/** What hangs above the counter: whose order is being made and whose is ready, by number alone. */
@Component({
  selector: 'app-pickup-page',
  imports: [ClockTimePipe],
  templateUrl: './pickup-page.html',
  styleUrl: './pickup-page.css',
  providers: [PickupStore],
})
export class PickupPage {
  /** From the address; without it the only restaurant there is. */
  readonly location = input<string>();

  protected readonly t = PICKUP_TEXTS;
  protected readonly store = inject(PickupStore);
  protected readonly clock = inject(Clock);
  protected readonly shift = inject(Shift);
  private readonly sounds = inject(KitchenSounds);
  private readonly announcer = inject(Announcer);
  protected readonly timezone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  protected readonly empty = computed(() => {
    const board = this.store.board();
    return board !== null && board.ready.length + board.preparing.length + board.collected.length === 0;
  });
  private told: ReadonlySet<number> | null = null;

  constructor() {
    effect(() => this.store.follow(this.location() ?? null));
    effect(() => {
      const ready = this.store.board()?.ready;
      if (ready !== undefined) untracked(() => this.tell(ready.map(({ number }) => number)));
    });
  }

  /** Those that were ready before the screen was opened are no news. */
  private tell(ready: readonly number[]): void {
    const fresh = ready.filter((number) => this.told?.has(number) === false);
    if (fresh.length > 0) {
      this.sounds.play('ready');
      this.announcer.polite(this.t.saidReady(fresh));
    }
    this.told = new Set(ready);
  }
}
