import { httpResource } from '@angular/common/http';
import { DestroyRef, Injectable, computed, inject } from '@angular/core';
import { textIn, type MenuView, type ModifierGroupView, type StationView } from '@comanda/shared';
import { apiUrl } from '../../core/api/api-client';
import { SessionStore } from '../../core/session/session-store';
import { OfficeFeed } from '../live/office-feed';

/** What a dish can point to: stations, tax classes and groups of choices. */
@Injectable()
export class MenuSurroundings {
  private readonly session = inject(SessionStore);
  private readonly stationList = httpResource<readonly StationView[]>(() => this.path('stations'));
  private readonly guestMenu = httpResource<Pick<MenuView, 'taxRates'>>(() => this.path('menu'));
  private readonly groupList = httpResource<readonly ModifierGroupView[]>(() => this.path('modifier-groups'));

  readonly stations = computed(() => (this.stationList.hasValue() ? this.stationList.value() : []));
  readonly taxClasses = computed(() => (this.guestMenu.hasValue() ? Object.keys(this.guestMenu.value().taxRates) : []));
  readonly groups = computed(() => (this.groupList.hasValue() ? this.groupList.value().map(({ group }) => group) : []));

  constructor() {
    const stop = inject(OfficeFeed).listen({
      onEvent: ({ type }) => {
        if (type === 'menu.published') this.groupList.reload();
        if (type === 'location.changed') this.reload();
      },
      onRefetch: () => this.reload(),
    });
    inject(DestroyRef).onDestroy(stop);
  }

  /** The name in a language, or the id of a group that is not there. */
  groupName(groupId: string, language: string): string {
    const group = this.groups().find(({ id }) => id === groupId);
    return group === undefined ? groupId : textIn(group.name, language, language);
  }

  private reload(): void {
    for (const each of [this.stationList, this.guestMenu, this.groupList]) each.reload();
  }

  private path(what: string): string | undefined {
    const id = this.session.locationId();
    return id === null ? undefined : `${apiUrl('/locations', id)}/${what}`;
  }
}
