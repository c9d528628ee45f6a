import { Component, LOCALE_ID, computed, inject, signal } from '@angular/core';
import type { CallKind, GuestRoundView } from '@comanda/shared';
import { MoneyPipe } from '../../core/money/money.pipe';
import { formatClockTime } from '../../core/time/clock-time.pipe';
import { Banner } from '../../ui/banner/banner';
import { RestaurantStore } from '../restaurant/restaurant-store';
import { TableStore } from './table-store';
import { reconnectWords } from '../words/reconnect-words';
import { tableWords } from '../words/table-words';
import { CALL_BUTTONS, HOW_FAR, TABLE_TEXTS, calledWords, comingWords, movedWords, roundWords } from './table-texts';

/** What a guest has at the table besides the menu: somebody to call, and what the others ordered. */
@Component({
  selector: 'app-table-part',
  imports: [Banner, MoneyPipe],
  templateUrl: './table-part.html',
  styleUrl: './table-part.css',
  providers: [TableStore],
})
export class TablePart {
  protected readonly t = TABLE_TEXTS;
  protected readonly howFar = HOW_FAR;
  protected readonly store = inject(TableStore);
  private readonly restaurant = inject(RestaurantStore);
  private readonly locale = inject(LOCALE_ID);

  protected readonly whole = signal(true);
  protected readonly failed = signal(false);
  protected readonly calling = signal<CallKind | null>(null);
  protected readonly buttons = computed(() =>
    CALL_BUTTONS.map(({ kind, label }) => {
      const call = this.store.callOf(kind);
      const waiting = call !== undefined && call.acknowledgedAt === undefined;
      return { kind, label, waiting, news: call === undefined ? null : this.newsOf(call) };
    }),
  );
  protected readonly news = computed(() =>
    this.buttons().flatMap(({ label, news }) => (news ? [{ label, news }] : [])),
  );
  protected readonly moved = computed(() => {
    const name = this.store.movedTo();
    return name === null ? null : movedWords(tableWords(name));
  });
  protected readonly rounds = computed(() => {
    const rounds = this.store.table()?.rounds ?? [];
    return this.whole() ? rounds : rounds.filter(({ number }) => this.store.own().includes(number));
  });
  protected readonly totalMinor = computed(() =>
    this.rounds()
      .filter(({ state }) => state !== 'cancelled' && state !== 'rejected' && state !== 'expired')
      .reduce((sum, { totalMinor }) => sum + totalMinor, 0),
  );

  protected readonly reconnecting = computed(() =>
    this.store.table() === null ? null : reconnectWords(this.store.feed, this.timezone(), this.locale),
  );
  private readonly timezone = computed(() => this.restaurant.location()?.timezone ?? 'UTC');

  protected async call(kind: CallKind): Promise<void> {
    if (this.isBusy(kind)) return;
    this.calling.set(kind);
    this.failed.set(false);
    try {
      await this.store.call(kind);
    } catch {
      this.failed.set(true);
    } finally {
      this.calling.set(null);
    }
  }

  /** It is on its way, or was heard and nobody has come yet. */
  protected isBusy(kind: CallKind): boolean {
    return this.calling() === kind || this.buttons().some((button) => button.kind === kind && button.waiting);
  }

  protected who({ guestName, number, placedAt }: GuestRoundView): string {
    return `${guestName ?? roundWords(number)} · ${this.time(placedAt)}`;
  }

  private newsOf({
    calledAt,
    acknowledgedAt,
  }: {
    readonly calledAt: string;
    readonly acknowledgedAt?: string;
  }): string {
    return acknowledgedAt === undefined ? calledWords(this.time(calledAt)) : comingWords(this.time(acknowledgedAt));
  }

  private time(instant: string): string {
    return formatClockTime(instant, this.timezone(), this.locale);
  }
}
