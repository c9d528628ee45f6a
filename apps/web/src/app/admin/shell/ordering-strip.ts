import { Component, computed, effect, inject, signal } from '@angular/core';
import { toApiProblem } from '../../core/api/api-problem';
import { Connectivity } from '../../core/device/connectivity';
import { SessionStore } from '../../core/session/session-store';
import { formatClockTime } from '../../core/time/clock-time.pipe';
import { Announcer } from '../../core/a11y/announcer';
import { DialogSheet } from '../../ui/dialog-sheet/dialog-sheet';
import { Icon } from '../../ui/icon/icon';
import { Toasts } from '../../ui/toast/toasts';
import { problemWords } from '../words/problem-words';
import { OfficeLocation } from './office-location';
import { OFFICE_TEXTS, PAUSE_TEXTS } from './office-texts';

const MINUTE_MS = 60_000;
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** Whether guests can order now, and the switch for it. */
@Component({
  selector: 'app-ordering-strip',
  imports: [DialogSheet, Icon],
  templateUrl: './ordering-strip.html',
  styleUrl: './ordering-strip.css',
})
export class OrderingStrip {
  private readonly office = inject(OfficeLocation);
  private readonly toasts = inject(Toasts);
  private readonly announcer = inject(Announcer);
  private readonly session = inject(SessionStore);
  protected readonly online = inject(Connectivity).online;
  protected readonly t = OFFICE_TEXTS;
  protected readonly p = PAUSE_TEXTS;
  protected readonly location = this.office.location;
  protected readonly mayPause = computed(() => this.session.may('location.edit'));
  protected readonly choices = [15, 30, 60, null] as const;
  protected readonly choosing = signal(false);
  protected readonly minutes = signal<number | null>(30);
  protected readonly busy = signal(false);
  protected readonly failure = signal<string | null>(null);

  protected readonly state = computed(() => {
    const location = this.location();
    if (location === null) return null;
    if (location.acceptingOrders) return { kind: 'open', words: this.t.open };
    const paused = location.closedReason === 'paused';
    const time = location.opensAt === undefined ? null : formatClockTime(location.opensAt, location.timezone, 'en');
    if (paused) return { kind: 'paused', words: time === null ? this.t.paused : this.t.pausedUntil(time) };
    return { kind: 'closed', words: time === null ? this.t.closed : this.t.closedUntil(time) };
  });

  constructor() {
    // What the server said holds until the next opening, pause or close.
    effect((onCleanup) => {
      const next = this.location()?.opensAt ?? this.location()?.closesAt;
      if (next === undefined) return;
      const wait = Math.min(Math.max(Date.parse(next) - Date.now() + 500, 1_000), LONGEST_TIMER_MS);
      const timer = setTimeout(() => this.office.reload(), wait);
      onCleanup(() => clearTimeout(timer));
    });
  }

  protected choose(): void {
    this.failure.set(null);
    this.choosing.set(true);
  }

  protected async pause(event: Event): Promise<void> {
    event.preventDefault();
    const minutes = this.minutes();
    const until = minutes === null ? {} : { until: new Date(Date.now() + minutes * MINUTE_MS).toISOString() };
    const words = minutes === null ? this.p.pausedOpen : this.p.pausedFor(minutes);
    if (await this.set({ paused: true, ...until }, words)) this.choosing.set(false);
  }

  protected async resume(): Promise<void> {
    await this.set({ paused: false }, this.p.resumed);
    const failure = this.failure();
    if (failure !== null) this.toasts.show({ kind: 'failed', text: failure });
  }

  private async set(request: { paused: boolean; until?: string }, words: string): Promise<boolean> {
    if (this.busy()) return false;
    this.busy.set(true);
    this.failure.set(null);
    try {
      await this.office.setOrdering(request);
      this.announcer.polite(words);
      this.toasts.show({ text: words });
      return true;
    } catch (error) {
      this.failure.set(problemWords(toApiProblem(error)));
      return false;
    } finally {
      this.busy.set(false);
    }
  }
}
