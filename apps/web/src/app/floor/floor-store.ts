import { httpResource } from '@angular/common/http';
import { DestroyRef, Injectable, computed, effect, inject, linkedSignal, signal, untracked } from '@angular/core';
import { EVENT_TYPES, type FloorView, type SittingView } from '@comanda/shared';
import { apiUrl } from '../core/api/api-client';
import { toApiProblem, type ApiProblem } from '../core/api/api-problem';
import { openLiveFeed } from '../core/live/live-feed';
import { injectSessionCheck } from '../core/session/session-check';
import { formatClockTime } from '../core/time/clock-time.pipe';
import { Clock } from '../core/time/clock';
import { FloorPlace } from './floor-place';
import { FLOOR_TEXTS } from './floor-texts';

/** Several events of one change, and of changes in quick succession, are looked at once. */
const NEWS_REST_MS = 200;
const RETRY_MS = 4_000;
const OF_THE_FLOOR = /^(order|ticket|ticket-line|payment|refund|sitting|call|location)\./;

/** The tables, live: any news of orders, tickets and guests is a reason to look again. */
@Injectable()
export class FloorStore {
  private readonly place = inject(FloorPlace);
  private readonly clock = inject(Clock);
  private readonly picture = httpResource<FloorView>(() => this.place.path('floor'));
  private readonly opened = signal<string | null>(null);
  private readonly detail = httpResource<SittingView>(() => {
    const id = this.sittingId();
    return id === null ? undefined : apiUrl('/sittings', id);
  });
  private timer: ReturnType<typeof setTimeout> | null = null;
  /** News came while a picture was on its way: it may not be in it. */
  private readonly lookAgain = signal(false);

  /** The last picture stays while another is on its way, or cannot be had. */
  readonly floor = linkedSignal<FloorView | null, FloorView | null>({
    source: () => (this.picture.hasValue() ? this.picture.value() : null),
    computation: (fresh, before) => fresh ?? before?.value ?? null,
  });
  readonly failure = computed<ApiProblem | null>(() => {
    const error = this.picture.error();
    return error === undefined ? null : toApiProblem(error);
  });
  readonly tables = computed(() => this.floor()?.tables ?? []);
  readonly atPass = computed(() => this.floor()?.atPass ?? []);
  readonly calls = computed(() =>
    this.tables()
      .flatMap((table) => (table.sitting?.calls ?? []).map((call) => ({ call, table })))
      .sort((one, other) => one.call.calledAt.localeCompare(other.call.calledAt)),
  );
  /** Tables that nobody freed on an earlier business day. */
  readonly leftOpen = computed(() => this.tables().filter(({ sitting }) => sitting?.daysOpen !== undefined));
  readonly currency = computed(() => this.floor()?.currency ?? 'EUR');
  /** The table whose sheet is open. */
  readonly openTable = computed(() => this.tables().find(({ id }) => id === this.opened()) ?? null);
  private readonly sittingId = computed(() => this.openTable()?.sitting?.id ?? null);
  /** Who sits at the open table; null while it is free or still loading. */
  readonly sitting = linkedSignal<{ id: string | null; fresh: SittingView | null }, SittingView | null>({
    source: () => ({ id: this.sittingId(), fresh: this.detail.hasValue() ? this.detail.value() : null }),
    computation: ({ id, fresh }, before) => {
      if (fresh?.id === id) return fresh;
      return before?.value?.id === id ? before.value : null;
    },
  });
  readonly sittingLoading = computed(() => this.sittingId() !== null && this.sitting() === null);

  /** Not the picture itself: the feed would be opened anew with each one. */
  private readonly feedUrl = computed(() => {
    const path = this.place.path('events', 'stream');
    return this.floor() === null ? null : (path ?? null);
  });
  readonly feed = openLiveFeed({
    url: () => this.feedUrl(),
    events: EVENT_TYPES,
    onEvent: ({ type }) => OF_THE_FLOOR.test(type) && this.lookSoon(),
    onGap: () => this.look(),
    onOpen: () => this.look(),
  });
  /** What is wrong with what is on screen, in words; null while it is live. */
  readonly warning = computed(() => {
    if (this.feed.state() !== 'lost' && this.failure() === null) return null;
    const heardAt = this.feed.lastNewsAt();
    if (heardAt === null) return FLOOR_TEXTS.neverLive;
    return FLOOR_TEXTS.notLive(formatClockTime(heardAt, this.place.timezone(), 'en-GB'));
  });

  constructor() {
    const checkSession = injectSessionCheck();
    effect(() => {
      const doubtful = this.feed.failures() > 0 || this.failure()?.code === 'unauthenticated';
      if (doubtful) untracked(() => void checkSession());
    });
    inject(DestroyRef).onDestroy(() => this.timer !== null && clearTimeout(this.timer));
    effect(() => {
      if (this.lookAgain() && !this.picture.isLoading() && !this.detail.isLoading()) untracked(() => this.look());
    });
    effect((onCleanup) => {
      if (this.failure() === null) return;
      const again = setTimeout(() => this.look(), RETRY_MS);
      onCleanup(() => clearTimeout(again));
    });
  }

  open(tableId: string | null): void {
    this.opened.set(tableId);
  }

  /** What a command has answered about the open table. */
  take(sitting: SittingView): void {
    this.sitting.set(sitting);
    this.look();
  }

  /** A picture that is on its way is awaited: on a slow network none would ever arrive otherwise. */
  look(): void {
    if (this.picture.isLoading() || this.detail.isLoading()) return this.lookAgain.set(true);
    this.lookAgain.set(false);
    this.picture.reload();
    this.detail.reload();
  }

  retry(): void {
    this.look();
    this.feed.reconnect();
  }

  /** Whole minutes since an instant, by the clock of the site. */
  minutesSince(instant: string): number {
    return Math.max(0, Math.floor((this.clock.now() - Date.parse(instant)) / 60_000));
  }

  private lookSoon(): void {
    this.timer ??= setTimeout(() => {
      this.timer = null;
      this.look();
    }, NEWS_REST_MS);
  }
}
