import { httpResource } from '@angular/common/http';
import { DestroyRef, Injectable, computed, effect, inject, linkedSignal, signal } from '@angular/core';
import type { LocationView, PickupBoardView } from '@comanda/shared';
import { apiUrl } from '../../core/api/api-client';
import { openLiveFeed } from '../../core/live/live-feed';
import { Clock } from '../../core/time/clock';

/** News may be lost on the way: it is looked at again by itself too. */
const LOOK_AGAIN_MS = 15_000;
/** So long the numbers may be old before guests are told not to trust them. */
const TRUSTED_MS = 60_000;

/** The numbers above the counter, live, for anybody who looks. */
@Injectable()
export class PickupStore {
  private readonly clock = inject(Clock);
  private readonly wanted = signal<string | null>(null);
  private readonly places = httpResource<readonly LocationView[]>(() =>
    this.wanted() === null ? apiUrl('/locations') : undefined,
  );
  private readonly locationId = computed(
    () => this.wanted() ?? (this.places.hasValue() ? (this.places.value()[0]?.id ?? null) : null),
  );
  private readonly picture = httpResource<PickupBoardView>(() => this.path('pickup-board'));
  private readonly heardAt = signal(Date.now());
  private readonly last = linkedSignal<PickupBoardView | null, PickupBoardView | null>({
    source: () => (this.picture.hasValue() ? this.picture.value() : null),
    computation: (fresh, previous) => fresh ?? previous?.value ?? null,
  });

  readonly board = this.last.asReadonly();
  readonly failed = computed(() => this.picture.error() !== undefined || this.places.error() !== undefined);
  /** The numbers are too old to be believed. */
  readonly blind = computed(() => this.clock.now() - this.heardAt() > TRUSTED_MS);

  constructor() {
    effect(() => {
      if (this.picture.hasValue() && this.picture.value() !== undefined) this.heardAt.set(Date.now());
    });
    openLiveFeed({
      url: () => this.path('pickup-board', 'live') ?? null,
      events: ['pickup-board'],
      onEvent: ({ data }) => this.show(data as PickupBoardView),
      onOpen: () => this.picture.reload(),
    });
    const timer = setInterval(() => this.lookAgain(), LOOK_AGAIN_MS);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }

  /** Null: the only restaurant there is. */
  follow(locationId: string | null): void {
    this.wanted.set(locationId);
  }

  private lookAgain(): void {
    if (this.locationId() === null) this.places.reload();
    else this.picture.reload();
  }

  private show(board: PickupBoardView): void {
    this.last.set(board);
    this.heardAt.set(Date.now());
  }

  private path(...parts: readonly string[]): string | undefined {
    const id = this.locationId();
    return id === null ? undefined : apiUrl('/locations', id, ...parts);
  }
}
