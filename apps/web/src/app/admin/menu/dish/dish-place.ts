import { Component, computed, effect, inject, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { textIn } from '@comanda/shared';
import { SidePanel } from '../../shell/side-panel';
import { Unsaved } from '../../shell/unsaved';
import { EntityApi } from '../entity-api';
import { ELSEWHERE } from '../menu-rows';
import { MenuSurroundings } from '../menu-surroundings';
import { OfficeMenuStore } from '../office-menu-store';
import { DishEditor } from './dish-editor';
import { DishPanel } from './dish-panel';
import { DISH_TEXTS } from './dish-texts';

/**
 * The dish beside the list, as the address names it: `dish` is its id or `new`, `from` the dish that a new one begins
 * as. Fetched when it is first wanted, so it injects what it needs and takes nothing from its place.
 */
@Component({
  selector: 'app-dish-place',
  imports: [DishPanel, SidePanel],
  providers: [DishEditor, EntityApi, MenuSurroundings],
  template: `
    <app-side-panel [open]="dish() !== null" [heading]="heading()" (closed)="close()">
      <ng-template>
        @if (loaded()) {
          <app-dish-panel />
        } @else {
          <p role="status">{{ t.loading }}</p>
        }
      </ng-template>
    </app-side-panel>
  `,
  styles: `
    :host {
      display: contents;
    }
  `,
})
export class DishPlace {
  private readonly router = inject(Router);
  private readonly menu = inject(OfficeMenuStore);
  private readonly editor = inject(DishEditor);
  private readonly params = toSignal(inject(ActivatedRoute).queryParamMap);
  protected readonly dish = computed(() => this.params()?.get('dish') ?? null);
  private readonly from = computed(() => this.params()?.get('from') ?? null);
  protected readonly t = DISH_TEXTS;
  protected readonly loaded = computed(() => this.menu.menu() !== null);
  protected readonly heading = computed(() => {
    const draft = this.editor.draft();
    if (draft === null) return DISH_TEXTS.unnamed;
    const { defaultLanguage } = this.editor.terms();
    const name = textIn(draft.name, defaultLanguage, defaultLanguage);
    return name || (this.editor.isNew() ? DISH_TEXTS.newHeading : DISH_TEXTS.unnamed);
  });

  constructor() {
    inject(Unsaved).guard({
      dirty: () => this.editor.dirty(),
      discard: () => this.editor.discard(),
      stays: (params) => params.get('dish') === this.dish() && params.get('from') === this.from(),
    });
    effect(() => {
      const [dish, from, loaded] = [this.dish(), this.from(), this.loaded()];
      if (loaded) untracked(() => this.show(dish, from));
    });
  }

  protected close(): void {
    void this.router.navigate([], { queryParams: { dish: null, from: null }, queryParamsHandling: 'merge' });
  }

  private show(dish: string | null, from: string | null): void {
    const { id, isNew } = this.editor;
    // A new dish that has just been saved stands open already, with what the save had to say.
    if (dish !== null && dish === id() && !isNew()) return;
    const section = this.params()?.get('section') ?? null;
    this.editor.show(dish, from, section === ELSEWHERE ? null : section);
  }
}
