import { Component, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Announcer } from '../../core/a11y/announcer';
import { ClockTimePipe } from '../../core/time/clock-time.pipe';
import { Clock } from '../../core/time/clock';
import { Icon } from '../../ui/icon/icon';
import { KitchenSounds } from '../device/kitchen-sounds';
import { PairedScreen } from '../device/paired-screen';
import { Shift } from '../device/shift';
import { KitchenApi } from '../kitchen-api';
import { KitchenPlace } from '../kitchen-place';
import { KITCHEN_TEXTS } from '../kitchen-texts';
import { Outbox } from '../outbox/outbox';
import type { LivePicture } from './live-picture';
import { liveWords } from './live-words';

/** The strip above a board: where this is, whether it is live, the clock, the sound. It turns whole when it is not live. */
@Component({
  selector: 'app-kitchen-bar',
  imports: [ClockTimePipe, Icon, RouterLink],
  templateUrl: './kitchen-bar.html',
  styleUrl: './kitchen-bar.css',
})
export class KitchenBar {
  readonly heading = input.required<string>();
  readonly picture = input.required<Pick<LivePicture<never>, 'trust'>>();
  /** "9 tickets" */
  readonly shown = input.required<string>();
  readonly withKeys = input(false);
  readonly keysAsked = output();
  readonly setupAsked = output();

  protected readonly t = KITCHEN_TEXTS;
  protected readonly place = inject(KitchenPlace);
  protected readonly sounds = inject(KitchenSounds);
  protected readonly shift = inject(Shift);
  protected readonly clock = inject(Clock);
  private readonly announcer = inject(Announcer);
  private readonly api = inject(KitchenApi);
  private readonly screen = inject(PairedScreen);
  protected readonly loggedOut = signal(false);
  protected readonly state = computed(() => this.picture().trust().state);
  protected readonly notSent = inject(Outbox).count;
  protected readonly words = computed(() =>
    liveWords({
      trust: this.picture().trust(),
      nowMs: this.clock.now(),
      timezone: this.place.timezone(),
      shown: this.shown(),
    }),
  );
  private wasLost = false;

  constructor() {
    effect(() => {
      const lost = this.state() === 'lost';
      const live = this.state() === 'live';
      untracked(() => this.tell(lost, live));
    });
  }

  protected logIn(): void {
    this.screen.leave();
  }

  private tell(lost: boolean, live: boolean): void {
    if (lost && !this.wasLost) {
      this.wasLost = true;
      this.announcer.assertive(this.t.saidNotLive);
      this.sounds.play('lost');
      void this.askWhoIsLoggedIn();
    }
    if (!live || !this.wasLost) return;
    this.wasLost = false;
    this.loggedOut.set(false);
    this.announcer.polite(this.t.saidLive);
  }

  /** A session that has ended looks like a dead network from the feed's side. */
  private async askWhoIsLoggedIn(): Promise<void> {
    this.loggedOut.set(await this.api.isLoggedOut());
    if (this.loggedOut() && this.screen.isPaired()) this.screen.leave();
  }
}
