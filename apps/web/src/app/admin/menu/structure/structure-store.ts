import { httpResource } from '@angular/common/http';
import { DestroyRef, Injectable, computed, inject, linkedSignal } from '@angular/core';
import type { MenuSectionView, ModifierGroupView } from '@comanda/shared';
import { apiUrl } from '../../../core/api/api-client';
import { toApiProblem } from '../../../core/api/api-problem';
import { SessionStore } from '../../../core/session/session-store';
import { OfficeFeed } from '../../live/office-feed';

/** Sections and groups of choices with their versions, kept fresh. */
@Injectable()
export class StructureStore {
  private readonly session = inject(SessionStore);
  private readonly sectionList = httpResource<readonly MenuSectionView[]>(() => this.path('menu-sections'));
  private readonly groupList = httpResource<readonly ModifierGroupView[]>(() => this.path('modifier-groups'));
  private readonly knownSections = linkedSignal<readonly MenuSectionView[] | null, readonly MenuSectionView[] | null>({
    source: () => (this.sectionList.hasValue() ? this.sectionList.value() : null),
    computation: (fresh, previous) => fresh ?? previous?.value ?? null,
  });
  private readonly knownGroups = linkedSignal<readonly ModifierGroupView[] | null, readonly ModifierGroupView[] | null>(
    {
      source: () => (this.groupList.hasValue() ? this.groupList.value() : null),
      computation: (fresh, previous) => fresh ?? previous?.value ?? null,
    },
  );

  /** Null until they are loaded. */
  readonly sections = this.knownSections.asReadonly();
  readonly groups = this.knownGroups.asReadonly();
  readonly failure = computed(() => {
    const error = this.sectionList.error() ?? this.groupList.error();
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
    this.sectionList.reload();
    this.groupList.reload();
  }

  /** Shows an order before the server knows it. */
  showOrder(ids: readonly string[]): void {
    this.knownSections.update((sections) => {
      const byId = new Map(sections?.map((view) => [view.section.id, view]));
      return ids.flatMap((id) => byId.get(id) ?? []);
    });
  }

  private path(what: string): string | undefined {
    const id = this.session.locationId();
    return id === null ? undefined : `${apiUrl('/locations', id)}/${what}`;
  }
}
