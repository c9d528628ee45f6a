import { httpResource } from '@angular/common/http';
import { DestroyRef, Injectable, computed, effect, inject, linkedSignal } from '@angular/core';
import type { LocationView, PauseOrderingRequest } from '@comanda/shared';
import { ApiClient, apiUrl } from '../../core/api/api-client';
import { Theme } from '../../core/device/theme';
import { PageTitle } from '../../core/page-title';
import { SessionStore } from '../../core/session/session-store';
import { OfficeFeed } from '../live/office-feed';

/** The restaurant that the office is of: its name, clock and money, and whether it takes orders. */
@Injectable()
export class OfficeLocation {
  private readonly api = inject(ApiClient);
  private readonly session = inject(SessionStore);
  private readonly url = computed(() => apiUrl('/locations', this.session.locationId() ?? ''));
  private readonly picture = httpResource<LocationView>(() =>
    this.session.locationId() === null ? undefined : this.url(),
  );
  private readonly known = linkedSignal<LocationView | null, LocationView | null>({
    source: () => (this.picture.hasValue() ? this.picture.value() : null),
    computation: (fresh, previous) => fresh ?? previous?.value ?? null,
  });

  readonly location = this.known.asReadonly();
  readonly timezone = computed(() => this.known()?.timezone ?? 'UTC');
  readonly currency = computed(() => this.known()?.currency ?? 'EUR');

  constructor() {
    const [theme, title] = [inject(Theme), inject(PageTitle)];
    effect(() => {
      const location = this.known();
      if (location === null) return;
      theme.applySeed(location.seedColour);
      title.setSite(location.name);
    });
    const stop = inject(OfficeFeed).listen({
      onEvent: ({ type }) => type === 'location.changed' && this.picture.reload(),
      onRefetch: () => this.picture.reload(),
    });
    inject(DestroyRef).onDestroy(stop);
  }

  reload(): void {
    this.picture.reload();
  }

  /** Stops or resumes the taking of orders; throws an ApiProblem. */
  async setOrdering(request: PauseOrderingRequest): Promise<void> {
    this.known.set(await this.api.put<LocationView>(`${this.url()}/ordering`, request));
  }
}
