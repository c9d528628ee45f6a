import { httpResource } from '@angular/common/http';
import { DestroyRef, Injectable, computed, inject, linkedSignal } from '@angular/core';
import type { KitchenDeviceView, PairKitchenDeviceRequest } from '@comanda/shared';
import { ApiClient, apiUrl } from '../../core/api/api-client';
import { toApiProblem } from '../../core/api/api-problem';
import { SessionStore } from '../../core/session/session-store';
import { OfficeFeed } from '../live/office-feed';

/** The kitchen's screens that the office has paired, live. */
@Injectable()
export class ScreensStore {
  private readonly api = inject(ApiClient);
  private readonly session = inject(SessionStore);
  private readonly url = computed(() => {
    const id = this.session.locationId();
    return id === null || !this.session.may('kitchen.devices')
      ? undefined
      : apiUrl('/locations', id, 'kitchen-devices');
  });
  private readonly list = httpResource<readonly KitchenDeviceView[]>(() => this.url());
  private readonly known = linkedSignal<readonly KitchenDeviceView[] | null, readonly KitchenDeviceView[] | null>({
    source: () => (this.list.hasValue() ? this.list.value() : null),
    computation: (fresh, previous) => fresh ?? previous?.value ?? null,
  });

  /** Null until they are loaded. */
  readonly screens = this.known.asReadonly();
  readonly failure = computed(() => {
    const error = this.list.error();
    return error === undefined ? null : toApiProblem(error);
  });

  constructor() {
    const stop = inject(OfficeFeed).listen({
      onEvent: ({ subject }) => subject.kind === 'screen' && this.list.reload(),
      onRefetch: () => this.list.reload(),
    });
    inject(DestroyRef).onDestroy(stop);
  }

  reload(): void {
    this.list.reload();
  }

  /** Both throw an ApiProblem. */
  async pair(request: PairKitchenDeviceRequest): Promise<void> {
    const screen = await this.api.post<KitchenDeviceView>(this.url() ?? '', request);
    this.known.update((screens) => [...(screens ?? []).filter(({ id }) => id !== screen.id), screen]);
  }

  async unpair(id: string): Promise<void> {
    await this.api.delete(`${this.url() ?? ''}/${encodeURIComponent(id)}`);
    this.known.update((screens) => screens?.filter((screen) => screen.id !== id) ?? null);
  }
}
