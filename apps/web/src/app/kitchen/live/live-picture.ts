import { httpResource, type HttpResourceRequest } from '@angular/common/http';
import { type Signal, computed, effect, inject, signal, untracked } from '@angular/core';
import { EVENT_TYPES, type EventView } from '@comanda/shared';
import { apiUrl } from '../../core/api/api-client';
import { toApiProblem, type ApiProblem } from '../../core/api/api-problem';
import { openLiveFeed } from '../../core/live/live-feed';
import { Clock } from '../../core/time/clock';
import { KitchenPlace } from '../kitchen-place';

interface Picture {
  readonly position: number;
  readonly at: string;
}

export interface LivePictureOptions<View extends Picture> {
  /** Reactive; undefined while nothing is to be shown. */
  readonly request: () => HttpResourceRequest | undefined;
  readonly show: (view: View) => void;
  readonly hear: (event: EventView) => void;
}

/** One picture of the kitchen, then every event of the restaurant's feed, without a gap. Needs an injection context. */
export class LivePicture<View extends Picture> {
  private readonly place = inject(KitchenPlace);
  private readonly clock = inject(Clock);
  private readonly pictured = signal(false);
  private readonly serverAheadMs = signal(0);
  private readonly picture = httpResource<View>(() => this.options.request());
  private missed = false;

  readonly loaded: Signal<boolean> = this.pictured.asReadonly();
  readonly failure = computed<ApiProblem | null>(() => {
    const error = this.picture.error();
    return error === undefined ? null : toApiProblem(error);
  });
  /** The server's time: a tablet whose clock is wrong shows the same ages as every other screen. */
  readonly now = computed(() => this.clock.now() + this.serverAheadMs());
  readonly live = openLiveFeed({
    url: () => {
      const locationId = this.place.locationId();
      return this.pictured() && locationId !== null ? apiUrl('/locations', locationId, 'events', 'stream') : null;
    },
    events: EVENT_TYPES,
    gapless: true,
    onEvent: ({ data }) => this.options.hear(data as EventView),
    onGap: () => this.refetch(),
  });

  constructor(private readonly options: LivePictureOptions<View>) {
    effect(() => {
      if (!this.picture.hasValue()) return;
      const view = this.picture.value();
      untracked(() => this.take(view));
    });
  }

  /** Another picture is asked for: what was shown is not it. */
  restart(): void {
    this.pictured.set(false);
  }

  retry(): void {
    this.picture.reload();
    this.live.reconnect();
  }

  private refetch(): void {
    this.missed = true;
    this.picture.reload();
  }

  private take(view: View): void {
    this.options.show(view);
    this.serverAheadMs.set(Date.parse(view.at) - Date.now());
    this.live.resumeFrom(view.position);
    this.pictured.set(true);
    // What came while the picture was on its way was not taken: the feed tells it again.
    if (this.missed) this.live.reconnect();
    this.missed = false;
  }
}
