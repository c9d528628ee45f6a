import { httpResource } from '@angular/common/http';
import { Injectable, computed, effect, inject } from '@angular/core';
import type { LocationView, StationView } from '@comanda/shared';
import { apiUrl } from '../core/api/api-client';
import { toApiProblem, type ApiProblem } from '../core/api/api-problem';
import { DeviceStorage } from '../core/device/device-storage';
import { SessionStore } from '../core/session/session-store';

const PLACE = 'comanda.kitchen.place.';

/** What the device keeps of a kitchen, for a screen that is opened without the server. */
interface KeptPlace extends Pick<LocationView, 'name' | 'timezone'> {
  readonly stations: readonly StationView[];
}

/** The kitchen in which this screen hangs: its restaurant and its stations. */
@Injectable({ providedIn: 'root' })
export class KitchenPlace {
  private readonly session = inject(SessionStore);
  private readonly storage = inject(DeviceStorage).device;
  readonly locationId = this.session.locationId;

  private readonly list = httpResource<readonly StationView[]>(() => this.path('stations'));
  private readonly home = httpResource<LocationView>(() => this.path());
  private readonly kept = computed(() => {
    const id = this.locationId();
    return id === null ? null : (this.storage.read(PLACE + id) as KeptPlace | null);
  });

  readonly stations = computed(() => (this.list.hasValue() ? this.list.value() : (this.kept()?.stations ?? null)));
  readonly failure = computed<ApiProblem | null>(() => {
    const error = this.list.error();
    return error === undefined || this.kept() !== null ? null : toApiProblem(error);
  });
  readonly name = computed(() => (this.home.hasValue() ? this.home.value().name : (this.kept()?.name ?? null)));
  /** The wall clock of the kitchen; until it is known the device's. */
  readonly timezone = computed(() => {
    if (this.home.hasValue()) return this.home.value().timezone;
    return this.kept()?.timezone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  });
  readonly mayCook = computed(() => this.session.session()?.permissions.includes('kitchen.cook') ?? false);
  readonly mayHandOver = computed(() => this.session.session()?.permissions.includes('orders.hand-over') ?? false);
  /** The only station that this screen was paired for. */
  readonly ownStation = computed(() => this.session.session()?.device?.stationId ?? null);
  readonly staffName = computed(() => this.session.session()?.staff.name ?? '');

  constructor() {
    effect(() => {
      const id = this.locationId();
      if (id === null || !this.list.hasValue() || !this.home.hasValue()) return;
      const { name, timezone } = this.home.value();
      this.storage.write(PLACE + id, { name, timezone, stations: this.list.value() } satisfies KeptPlace);
    });
  }

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
