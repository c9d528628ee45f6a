import { httpResource, type HttpResourceRequest } from '@angular/common/http';
import { DestroyRef, type Signal, computed, effect, inject, signal, untracked } from '@angular/core';
import { EVENT_TYPES, type EventView } from '@comanda/shared/kitchen';
import { apiUrl } from '../../core/api/api-client';
import { toApiProblem, type ApiProblem } from '../../core/api/api-problem';
import { openLiveFeed } from '../../core/live/live-feed';
import { Clock } from '../../core/time/clock';
import { KitchenPlace } from '../kitchen-place';
import { SessionStore } from '../../core/session/session-store';
import { StaffSession } from '../../core/session/staff-session';
import { PairedScreen } from '../device/paired-screen';
import { Outbox } from '../outbox/outbox';
import { PictureMemory } from './picture-memory';
import { trustOf, type Trust } from './trust';

interface Picture {
  readonly position: number;
  readonly at: string;
}

export interface LivePictureOptions<View extends Picture> {
  /** Reactive; undefined while nothing is to be shown. */
  readonly request: () => HttpResourceRequest | undefined;
  readonly show: (view: View) => void;
  readonly hear: (event: EventView) => void;
  /** Under which name the device keeps the picture; null while it has none. */
  readonly name: () => string | null;
  /** Reactive: what is shown now, to be kept. */
  readonly keep: () => Omit<View, 'position' | 'at'>;
}

const RETRY_MS = 5_000;
const KEEP_MS = 3_000;

function whenIdle(work: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(work, { timeout: 1_000 });
  else work();
}

/** One picture of the kitchen, then every event of the restaurant's feed, without a gap. Needs an injection context. */
export class LivePicture<View extends Picture> {
  private readonly place = inject(KitchenPlace);
  private readonly clock = inject(Clock);
  private readonly memory = inject(PictureMemory);
  private readonly outbox = inject(Outbox);
  private readonly screen = inject(PairedScreen);
  private readonly session = inject(SessionStore);
  private readonly staffSession = inject(StaffSession);
  private readonly source = signal<'none' | 'memory' | 'server'>('none');
  private readonly rememberedAt = signal<number | null>(null);
  private readonly serverAheadMs = signal(0);
  private readonly askedAt = signal(Date.now());
  /** Since when something is missing in what is shown. */
  private readonly gapSince = signal<number | null>(null);
  private readonly problem = signal<ApiProblem | null>(null);
  private readonly picture = httpResource<View>(() => this.options.request());
  private readonly halfMinute = computed(() => Math.floor(this.clock.now() / 30_000));
  private keepTimer: ReturnType<typeof setTimeout> | null = null;

  /** Something is shown, be it what the device remembers. */
  readonly loaded = computed(() => this.source() !== 'none');
  readonly failure = this.problem.asReadonly();
  /** The server's time: a tablet whose clock is wrong shows the same ages as every other screen. */
  readonly now = computed(() => this.clock.now() + this.serverAheadMs());
  readonly live = openLiveFeed({
    url: () => {
      const locationId = this.place.locationId();
      return this.source() === 'server' && locationId !== null
        ? apiUrl('/locations', locationId, 'events', 'stream')
        : null;
    },
    events: EVENT_TYPES,
    gapless: true,
    onEvent: ({ data }) => {
      this.screen.hear(data as EventView);
      this.options.hear(data as EventView);
    },
    onGap: () => this.refetch(),
    onOpen: () => this.outbox.wake(),
  });
  readonly trust: Signal<Trust> = computed(() =>
    trustOf({
      source: this.source(),
      feed: this.live.state(),
      heardAt: this.live.lastNewsAt(),
      rememberedAt: this.rememberedAt(),
      missingSince: this.source() === 'server' ? this.gapSince() : this.askedAt(),
      failed: this.problem() !== null,
      nowMs: this.clock.now(),
    }),
  );

  constructor(private readonly options: LivePictureOptions<View>) {
    effect(() => {
      if (!this.picture.hasValue()) return;
      const view = this.picture.value();
      untracked(() => this.take(view));
    });
    effect((onCleanup) => {
      const error = this.picture.error();
      if (error === undefined) return;
      this.problem.set(toApiProblem(error));
      const timer = setTimeout(() => this.picture.reload(), RETRY_MS);
      onCleanup(() => clearTimeout(timer));
    });
    effect(() => {
      const name = this.options.name();
      if (this.source() === 'none' && name !== null) untracked(() => this.remember(name));
    });
    effect(() => {
      this.options.keep();
      this.halfMinute();
      if (this.source() === 'server') this.keepSoon();
    });
    effect(() => {
      const board = this.options.name()?.split('.').at(-1);
      const isLive = this.trust().state === 'live' && this.clock.now() > 0;
      if (isLive && board !== undefined) untracked(() => this.screen.beat(board));
    });
    const leave = (): void => {
      this.keepNow();
      this.screen.putAway();
    };
    window.addEventListener('pagehide', leave);
    inject(DestroyRef).onDestroy(() => {
      window.removeEventListener('pagehide', leave);
      leave();
    });
  }

  /** Another picture is asked for: what was shown is not it. */
  restart(): void {
    this.keepNow();
    this.source.set('none');
    this.askedAt.set(Date.now());
  }

  retry(): void {
    this.picture.reload();
    this.live.reconnect();
  }

  private refetch(): void {
    this.gapSince.update((since) => since ?? Date.now());
    this.picture.reload();
  }

  private take(view: View): void {
    this.options.show(view);
    this.serverAheadMs.set(Date.parse(view.at) - Date.now());
    this.live.resumeFrom(view.position);
    this.source.set('server');
    this.problem.set(null);
    // What came while the picture was on its way was not taken: the feed tells it again.
    if (this.gapSince() !== null) this.live.reconnect();
    this.gapSince.set(null);
    this.outbox.wake();
    // A screen that was opened without the server has no token yet.
    if (this.session.csrfToken() === '') void this.staffSession.ask().catch(() => undefined);
  }

  private remember(name: string): void {
    const remembered = this.memory.read<View>(name);
    if (remembered === null) return;
    this.options.show(remembered.view);
    this.serverAheadMs.set(remembered.serverAheadMs);
    this.rememberedAt.set(remembered.heardAt);
    this.source.set('memory');
  }

  /** When nobody waits for this screen: a long board takes some milliseconds to write. */
  private keepSoon(): void {
    this.keepTimer ??= setTimeout(() => whenIdle(() => this.keepNow()), KEEP_MS);
  }

  private keepNow(): void {
    if (this.keepTimer === null) return;
    clearTimeout(this.keepTimer);
    this.keepTimer = null;
    untracked(() => {
      const name = this.options.name();
      if (name === null || this.source() !== 'server') return;
      const view = { ...this.options.keep(), position: 0, at: new Date(this.now()).toISOString() };
      const heardAt = this.live.lastNewsAt() ?? Date.now();
      this.memory.write(name, { view, heardAt, serverAheadMs: this.serverAheadMs() });
    });
  }
}
