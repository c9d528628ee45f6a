import { httpResource } from '@angular/common/http';
import { Injectable, computed, inject, linkedSignal } from '@angular/core';
import type { ChangeStaffRequest, CreateStaffRequest, StaffView } from '@comanda/shared';
import { ApiClient, apiUrl } from '../../core/api/api-client';
import { toApiProblem } from '../../core/api/api-problem';
import { SessionStore } from '../../core/session/session-store';

/** Who has an account at the restaurant. */
@Injectable()
export class StaffStore {
  private readonly api = inject(ApiClient);
  private readonly session = inject(SessionStore);
  private readonly url = computed(() => {
    const id = this.session.locationId();
    return id === null ? undefined : apiUrl('/locations', id, 'staff-accounts');
  });
  private readonly list = httpResource<readonly StaffView[]>(() => this.url());
  private readonly known = linkedSignal<readonly StaffView[] | null, readonly StaffView[] | null>({
    source: () => (this.list.hasValue() ? this.list.value() : null),
    computation: (fresh, previous) => fresh ?? previous?.value ?? null,
  });

  /** Null until it is loaded. */
  readonly accounts = this.known.asReadonly();
  readonly failure = computed(() => {
    const error = this.list.error();
    return error === undefined ? null : toApiProblem(error);
  });

  reload(): void {
    this.list.reload();
  }

  /** Both throw an ApiProblem. */
  async create(request: CreateStaffRequest): Promise<void> {
    const account = await this.api.post<StaffView>(this.url() ?? '', request);
    this.known.update((accounts) => [...(accounts ?? []), account]);
  }

  async change(id: string, request: ChangeStaffRequest): Promise<void> {
    const account = await this.api.patch<StaffView>(`${this.url() ?? ''}/${encodeURIComponent(id)}`, request);
    this.known.update((accounts) => accounts?.map((each) => (each.id === id ? account : each)) ?? null);
  }
}
