import { Injectable, computed, inject } from '@angular/core';
import type { Item, ModifierGroupView, Text } from '@comanda/shared';
import { toApiProblem } from '../../../core/api/api-problem';
import { newId } from '../../words/new-id';
import { problemWords } from '../../words/problem-words';
import { EntityApi } from '../entity-api';
import { OfficeMenuStore } from '../office-menu-store';
import { DraftState } from './draft-state';
import { emptyGroup, faultsOfGroup, fieldsOfGroup, groupDraftOf, groupOf, type GroupDraft } from './group-draft';
import { MenuTerms } from './menu-terms';
import { StructureSaving } from './structure-saving';
import { StructureStore } from './structure-store';
import { STRUCTURE_TEXTS } from './structure-texts';

/** Groups of choices. Dishes share them, so a change here is a change of all of those. */
@Injectable()
export class GroupsEditor {
  private readonly api = inject(EntityApi);
  private readonly menu = inject(OfficeMenuStore);
  private readonly store = inject(StructureStore);
  private readonly terms = inject(MenuTerms);
  private readonly saving = inject(StructureSaving);
  readonly state = new DraftState<GroupDraft>();

  /** Names of the dishes and options that ask with a group, by its id. */
  readonly users = computed(() => {
    const users = new Map<string, Set<string>>();
    const note = (groupIds: readonly string[] | undefined, name: string): void =>
      groupIds?.forEach((id) => users.set(id, (users.get(id) ?? new Set()).add(name)));
    for (const { item } of this.menu.menu()?.data ?? [])
      groupsAskedBy(item).forEach((id) => note([id], this.terms.say(item.name)));
    for (const { group } of this.store.groups() ?? [])
      for (const option of group.options)
        note(option.modifierGroupIds, this.terms.say(option.name) || this.terms.dishName(option.itemId ?? option.id));
    return users;
  });

  show(id: string | null): void {
    if (id === null) return this.state.end();
    if (id === 'new') return this.state.begin(newId('group'), null, emptyGroup());
    const view = this.viewOf(id);
    if (view === undefined) return this.state.end();
    this.state.begin(id, view.etag, groupDraftOf(view.group, this.terms.terms()));
  }

  /** True when it is saved. */
  async save(): Promise<boolean> {
    const { state } = this;
    const [draft, id] = [state.draft(), state.id()];
    if (draft === null || id === null) return false;
    const terms = this.terms.terms();
    const base = this.viewOf(id)?.group ?? null;
    return this.saving.save(state, {
      name: this.terms.say(draft.name),
      faults: faultsOfGroup(draft, terms),
      fields: fieldsOfGroup(draft, terms),
      send: async () => {
        const { etag, group } = await this.api.putGroup(groupOf(draft, id, base, terms), state.etag());
        state.begin(id, etag, groupDraftOf(group, terms));
        this.store.reload();
        return () => (base === null ? this.api.removeGroup(id, etag) : this.api.putGroup(base, etag));
      },
      look: async () => {
        const now = (await this.api.groups()).find(({ group }) => group.id === id);
        return now === undefined ? null : { etag: now.etag, start: groupDraftOf(now.group, terms) };
      },
    });
  }

  /** True when it is gone; only a group that nothing uses can go. */
  async remove({ etag, group }: ModifierGroupView): Promise<boolean> {
    const name = this.terms.say(group.name);
    try {
      await this.api.removeGroup(group.id, etag);
      this.state.discard();
      this.saving.tell(STRUCTURE_TEXTS.removed(name), () => this.api.putGroup(group, null), name);
      return true;
    } catch (error) {
      this.state.failure.set(problemWords(toApiProblem(error)));
      return false;
    }
  }

  viewOf(id: string): ModifierGroupView | undefined {
    return this.store.groups()?.find(({ group }) => group.id === id);
  }
}

function groupsAskedBy({ modifierGroupIds, variants }: Item<Text>): readonly string[] {
  return [...modifierGroupIds, ...variants.flatMap((variant) => variant.modifierGroupIds ?? [])];
}
