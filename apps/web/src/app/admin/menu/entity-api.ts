import { Injectable, inject } from '@angular/core';
import type {
  EditOutcome,
  EditedGroupView,
  EditedSectionView,
  MenuSectionView,
  ModifierGroup,
  ModifierGroupView,
  Section,
  Text,
} from '@comanda/shared';
import { ApiClient, apiUrl } from '../../core/api/api-client';
import { SessionStore } from '../../core/session/session-store';

/** Sections and groups of choices over the API. Everything throws an ApiProblem. An etag of null makes a new one. */
@Injectable()
export class EntityApi {
  private readonly api = inject(ApiClient);
  private readonly session = inject(SessionStore);

  sections(): Promise<readonly MenuSectionView[]> {
    return this.api.get(this.url('menu-sections'));
  }

  groups(): Promise<readonly ModifierGroupView[]> {
    return this.api.get(this.url('modifier-groups'));
  }

  putSection(section: Section<Text>, etag: string | null): Promise<EditedSectionView> {
    return this.api.put(this.url('menu-sections', section.id), section, conditionOf(etag));
  }

  putGroup(group: ModifierGroup<Text>, etag: string | null): Promise<EditedGroupView> {
    return this.api.put(this.url('modifier-groups', group.id), group, conditionOf(etag));
  }

  removeSection(id: string, etag: string): Promise<EditOutcome> {
    return this.api.delete(this.url('menu-sections', id), { ifMatch: etag });
  }

  removeGroup(id: string, etag: string): Promise<EditOutcome> {
    return this.api.delete(this.url('modifier-groups', id), { ifMatch: etag });
  }

  orderSections(sectionIds: readonly string[]): Promise<EditOutcome> {
    return this.api.put(this.url('menu-sections'), { sectionIds });
  }

  private url(...path: readonly string[]): string {
    return apiUrl('/locations', this.session.locationId() ?? '', ...path);
  }
}

function conditionOf(etag: string | null) {
  return etag === null ? { ifNoneMatch: '*' } : { ifMatch: etag };
}
