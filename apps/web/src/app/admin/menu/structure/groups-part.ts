import { Component, computed, effect, inject, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { Connectivity } from '../../../core/device/connectivity';
import { SessionStore } from '../../../core/session/session-store';
import { Banner } from '../../../ui/banner/banner';
import { ErrorSummary } from '../../../ui/field/error-summary';
import { Icon } from '../../../ui/icon/icon';
import { SidePanel } from '../../shell/side-panel';
import { Unsaved } from '../../shell/unsaved';
import { controlIdOf } from '../dish/field-faults';
import { EntityApi } from '../entity-api';
import { GroupForm } from './group-form';
import { GroupsEditor } from './groups-editor';
import { MenuTerms } from './menu-terms';
import { StructureSaving } from './structure-saving';
import { StructureStore } from './structure-store';
import { KIND_NAMES, STRUCTURE_TEXTS } from './structure-texts';

/** The groups of choices. The address holds which one stands open. */
@Component({
  selector: 'app-groups-part',
  imports: [Banner, ErrorSummary, GroupForm, Icon, SidePanel],
  providers: [EntityApi, GroupsEditor, MenuTerms, StructureSaving, StructureStore],
  templateUrl: './groups-part.html',
  styleUrls: ['../menu-lists.css', '../../shell/office-list.css', './structure.css'],
})
export class GroupsPart {
  private readonly router = inject(Router);
  private readonly params = toSignal(inject(ActivatedRoute).queryParamMap);
  private readonly online = inject(Connectivity).online;
  private readonly session = inject(SessionStore);
  protected readonly store = inject(StructureStore);
  protected readonly terms = inject(MenuTerms);
  protected readonly editor = inject(GroupsEditor);
  protected readonly state = this.editor.state;
  protected readonly t = STRUCTURE_TEXTS;
  protected readonly kinds = KIND_NAMES;
  protected readonly readOnly = computed(() => !this.session.may('menu.edit') || !this.online());
  protected readonly edited = computed(() => this.params()?.get('edit') ?? null);
  private readonly loaded = computed(() => this.store.groups() !== null);
  protected readonly heading = computed(() => this.terms.say(this.state.draft()?.name) || this.t.addGroup);
  protected readonly problems = computed(() =>
    this.state.faults().map(({ pointer, text }) => ({ controlId: controlIdOf('group', pointer), text })),
  );
  protected readonly open = computed(() => this.editor.viewOf(this.state.id() ?? '') ?? null);

  constructor() {
    inject(Unsaved).guard({
      dirty: () => this.state.dirty(),
      discard: () => this.state.discard(),
      stays: (params) => params.get('view') === 'groups' && params.get('edit') === this.edited(),
    });
    effect(() => {
      const [id, loaded] = [this.edited(), this.loaded()];
      if (loaded) untracked(() => this.editor.show(id));
    });
  }

  protected go(edit: string | null): void {
    void this.router.navigate([], { queryParams: { edit }, queryParamsHandling: 'merge' });
  }

  protected usersOf(groupId: string): readonly string[] {
    return [...(this.editor.users().get(groupId) ?? [])];
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    if (!this.readOnly() && (await this.editor.save())) this.go(null);
  }

  protected async remove(): Promise<void> {
    const view = this.open();
    if (view !== null && (await this.editor.remove(view))) this.go(null);
  }
}
