import { httpResource } from '@angular/common/http';
import { DestroyRef, Injectable, computed, effect, inject, linkedSignal, signal, untracked } from '@angular/core';
import type { EventView, StaffOrderView } from '@comanda/shared';
import { apiUrl } from '../../core/api/api-client';
import { toApiProblem } from '../../core/api/api-problem';
import { OfficeFeed } from '../live/office-feed';

const REST_MS = 150;

/** The one order that is open in the panel, with its history, kept fresh by the feed. */
@Injectable()
export class OrderStore {
  private readonly id = signal<string | null>(null);
  private readonly picture = httpResource<StaffOrderView>(() => this.url());
  private readonly events = httpResource<readonly EventView[]>(() => {
    const url = this.url();
    return url === undefined ? undefined : `${url}/events`;
  });
  private readonly known = linkedSignal<StaffOrderView | null, StaffOrderView | null>({
    source: () => (this.picture.hasValue() ? this.picture.value() : null),
    computation: (fresh, previous) => newest(fresh, previous?.value ?? null),
  });
  private readonly knownEvents = linkedSignal<readonly EventView[] | null, readonly EventView[]>({
    source: () => (this.events.hasValue() ? this.events.value() : null),
    computation: (fresh, previous) => fresh ?? previous?.value ?? [],
  });
  private timer: ReturnType<typeof setTimeout> | null = null;

  /** Null until it is loaded, and while another one is. */
  readonly order = computed(() => (this.known()?.id === this.id() ? this.known() : null));
  readonly history = computed(() => (this.order() === null ? [] : this.knownEvents()));
  readonly failure = computed(() => {
    const error = this.picture.error();
    return error === undefined ? null : toApiProblem(error);
  });

  constructor() {
    const stop = inject(OfficeFeed).listen({
      onEvent: ({ subject }) => subject.id === untracked(this.id) && this.refreshSoon(),
      onRefetch: () => this.refresh(),
    });
    inject(DestroyRef).onDestroy(stop);
    effect((onCleanup) => onCleanup(() => this.timer !== null && clearTimeout(this.timer)));
  }

  open(id: string | null): void {
    this.id.set(id);
  }

  refresh(): void {
    this.picture.reload();
    this.events.reload();
  }

  /** What a command answered. */
  take(order: StaffOrderView): void {
    this.known.update((known) => newest(order, known));
    this.events.reload();
  }

  /** One deed makes several events; one look at the end is enough. */
  private refreshSoon(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = setTimeout(() => this.refresh(), REST_MS);
  }

  private url(): string | undefined {
    const id = this.id();
    return id === null ? undefined : apiUrl('/orders', id);
  }
}

function newest(fresh: StaffOrderView | null, known: StaffOrderView | null): StaffOrderView | null {
  if (fresh === null || known === null) return fresh ?? known;
  return fresh.id !== known.id || fresh.version >= known.version ? fresh : known;
}
