import { Component, computed, effect, inject, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { Announcer } from '../../../core/a11y/announcer';
import { Connectivity } from '../../../core/device/connectivity';
import { SessionStore } from '../../../core/session/session-store';
import { Banner } from '../../../ui/banner/banner';
import { ErrorSummary } from '../../../ui/field/error-summary';
import { Icon } from '../../../ui/icon/icon';
import { MoveButtons } from '../../shell/move-buttons';
import { SidePanel } from '../../shell/side-panel';
import { Unsaved } from '../../shell/unsaved';
import { moved } from '../../words/moved';
import { controlIdOf } from '../dish/field-faults';
import { EntityApi } from '../entity-api';
import { MenuTerms } from './menu-terms';
import { SectionsEditor } from './sections-editor';
import { StructureSaving } from './structure-saving';
import { StructureStore } from './structure-store';
import { STRUCTURE_TEXTS } from './structure-texts';
import { TextFields } from './text-fields';

/** The sections in their order. The address holds which one stands open. */
@Component({
  selector: 'app-sections-part',
  imports: [Banner, ErrorSummary, Icon, MoveButtons, SidePanel, TextFields],
  providers: [EntityApi, MenuTerms, SectionsEditor, StructureSaving, StructureStore],
  templateUrl: './sections-part.html',
  styleUrls: ['../menu-lists.css', '../../shell/office-list.css', './structure.css'],
})
export class SectionsPart {
  private readonly router = inject(Router);
  private readonly params = toSignal(inject(ActivatedRoute).queryParamMap);
  private readonly announcer = inject(Announcer);
  private readonly online = inject(Connectivity).online;
  private readonly session = inject(SessionStore);
  protected readonly store = inject(StructureStore);
  protected readonly terms = inject(MenuTerms);
  protected readonly editor = inject(SectionsEditor);
  protected readonly state = this.editor.state;
  protected readonly t = STRUCTURE_TEXTS;
  protected readonly readOnly = computed(() => !this.session.may('menu.edit') || !this.online());
  protected readonly edited = computed(() => this.params()?.get('edit') ?? null);
  private readonly loaded = computed(() => this.store.sections() !== null);
  protected readonly heading = computed(() => this.terms.say(this.state.draft()?.name) || this.t.addSection);
  protected readonly problems = computed(() =>
    this.state.faults().map(({ pointer, text }) => ({ controlId: controlIdOf('section', pointer), text })),
  );
  protected readonly errorAt = (pointer: string): string | null => this.state.errorAt(pointer);
  protected readonly open = computed(() => this.editor.viewOf(this.state.id() ?? '') ?? null);

  constructor() {
    inject(Unsaved).guard({
      dirty: () => this.state.dirty(),
      discard: () => this.state.discard(),
      stays: (params) => params.get('view') === 'sections' && params.get('edit') === this.edited(),
    });
    effect(() => {
      const [id, loaded] = [this.edited(), this.loaded()];
      if (loaded) untracked(() => this.editor.show(id));
    });
  }

  protected go(edit: string | null): void {
    void this.router.navigate([], { queryParams: { edit }, queryParamsHandling: 'merge' });
  }

  protected move(name: string, from: number, to: number): void {
    const itemIds = moved(this.state.draft()?.itemIds ?? [], from, to);
    this.state.patch({ itemIds });
    this.announcer.polite(this.t.reordered(name, to + 1, itemIds.length));
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
