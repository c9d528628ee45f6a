import { httpResource } from '@angular/common/http';
import { DestroyRef, Injectable, computed, inject, linkedSignal } from '@angular/core';
import type { MenuFinding, MenuRevisionView } from '@comanda/shared';
import { ApiClient, apiUrl } from '../../core/api/api-client';
import { toApiProblem } from '../../core/api/api-problem';
import { SessionStore } from '../../core/session/session-store';
import { OfficeFeed } from '../live/office-feed';

/** The menu's history and what is to be looked at in it. */
@Injectable()
export class RevisionsStore {
  private readonly api = inject(ApiClient);
  private readonly session = inject(SessionStore);
  private readonly list = httpResource<readonly MenuRevisionView[]>(() => this.path('menu-revisions'));
  private readonly checks = httpResource<readonly MenuFinding[]>(() => this.path('menu-findings'));
  private readonly knownList = linkedSignal<readonly MenuRevisionView[] | null, readonly MenuRevisionView[] | null>({
    source: () => (this.list.hasValue() ? this.list.value() : null),
    computation: (fresh, previous) => fresh ?? previous?.value ?? null,
  });
  private readonly knownChecks = linkedSignal<readonly MenuFinding[] | null, readonly MenuFinding[] | null>({
    source: () => (this.checks.hasValue() ? this.checks.value() : null),
    computation: (fresh, previous) => fresh ?? previous?.value ?? null,
  });

  /** Null until they are loaded. */
  readonly revisions = this.knownList.asReadonly();
  readonly findings = this.knownChecks.asReadonly();
  readonly failure = computed(() => {
    const error = this.list.error() ?? this.checks.error();
    return error === undefined ? null : toApiProblem(error);
  });

  constructor() {
    const stop = inject(OfficeFeed).listen({
      onEvent: ({ type }) => type === 'menu.published' && this.reload(),
      onRefetch: () => this.reload(),
    });
    inject(DestroyRef).onDestroy(stop);
  }

  reload(): void {
    this.list.reload();
    this.checks.reload();
  }

  /** An older revision becomes the newest; throws an ApiProblem. */
  async restore(number: number): Promise<void> {
    await this.api.post(`${this.path('menu-revisions') ?? ''}/${number}/restoration`, {});
    this.reload();
  }

  private path(what: string): string | undefined {
    const id = this.session.locationId();
    return id === null ? undefined : `${apiUrl('/locations', id)}/${what}`;
  }
}
