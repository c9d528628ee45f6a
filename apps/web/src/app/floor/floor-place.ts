import { httpResource } from '@angular/common/http';
import { Injectable, computed, inject } from '@angular/core';
import type { LocationView } from '@comanda/shared';
import { apiUrl } from '../core/api/api-client';
import { SessionStore } from '../core/session/session-store';

/** The restaurant whose tables these are. */
@Injectable()
export class FloorPlace {
  readonly locationId = inject(SessionStore).locationId;
  private readonly home = httpResource<LocationView>(() => this.path());

  readonly location = computed(() => (this.home.hasValue() ? this.home.value() : null));
  /** The wall clock of the dining room; until it is known the device's. */
  readonly timezone = computed(() => this.location()?.timezone ?? Intl.DateTimeFormat().resolvedOptions().timeZone);

  path(...parts: readonly string[]): string | undefined {
    const id = this.locationId();
    return id === null ? undefined : apiUrl('/locations', id, ...parts);
  }
}
