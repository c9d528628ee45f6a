import { httpResource } from '@angular/common/http';
import { Injectable, computed, inject } from '@angular/core';
import type { LocationView, StationView } from '@comanda/shared';
import { apiUrl } from '../core/api/api-client';
import { toApiProblem, type ApiProblem } from '../core/api/api-problem';
import { SessionStore } from '../core/session/session-store';

/** The kitchen in which this screen hangs: its restaurant and its stations. */
@Injectable({ providedIn: 'root' })
export class KitchenPlace {
  private readonly session = inject(SessionStore);
  readonly locationId = this.session.locationId;

  private readonly list = httpResource<readonly StationView[]>(() => this.path('stations'));
  private readonly home = httpResource<LocationView>(() => this.path());

  readonly stations = computed(() => (this.list.hasValue() ? this.list.value() : null));
  readonly failure = computed<ApiProblem | null>(() => {
    const error = this.list.error();
    return error === undefined ? null : toApiProblem(error);
  });
  readonly name = computed(() => (this.home.hasValue() ? this.home.value().name : null));
  /** The wall clock of the kitchen; until it is known the device's. */
  readonly timezone = computed(() =>
    this.home.hasValue() ? this.home.value().timezone : Intl.DateTimeFormat().resolvedOptions().timeZone,
  );
  readonly mayCook = computed(() => this.session.session()?.permissions.includes('kitchen.cook') ?? false);
  readonly mayHandOver = computed(() => this.session.session()?.permissions.includes('orders.hand-over') ?? false);
  readonly staffName = computed(() => this.session.session()?.staff.name ?? '');

  stationName(id: string): string {
    return this.stations()?.find((station) => station.id === id)?.name ?? id;
  }

  retry(): void {
    this.list.reload();
    this.home.reload();
  }

  private path(...parts: readonly string[]): string | undefined {
    const id = this.locationId();
    return id === null ? undefined : apiUrl('/locations', id, ...parts);
  }
}
