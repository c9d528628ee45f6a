import { Component, computed, inject } from '@angular/core';
import { Announcer } from '../../../core/a11y/announcer';
import { Icon } from '../../../ui/icon/icon';
import { MoveButtons } from '../../shell/move-buttons';
import { moved } from '../../words/moved';
import { MenuSurroundings } from '../menu-surroundings';
import { DishEditor } from './dish-editor';
import { DISH_TEXTS } from './dish-texts';
import { valueOf } from '../../words/value-of';

/** What guests are asked with this dish, in order. The groups themselves are shared and edited on their own. */
@Component({
  selector: 'app-dish-groups',
  imports: [Icon, MoveButtons],
  template: `
    <fieldset class="part">
      <legend>{{ t.groups }}</legend>
      @if (chosen().length === 0) {
        <p class="hint">{{ t.noGroups }}</p>
      } @else {
        <p class="hint">{{ t.groupsHint }}</p>
        <ol class="list">
          @for (group of chosen(); track group.id; let index = $index) {
            <li class="entry-head">
              <span>{{ group.name }}</span>
              <app-move-buttons
                [name]="group.name"
                [index]="index"
                [count]="chosen().length"
                (moved)="move(group.name, index, $event)"
              />
              <button
                type="button"
                class="icon-button"
                [attr.aria-label]="t.removeGroup(group.name)"
                (click)="remove(group.id)"
              >
                <app-icon name="x" />
              </button>
            </li>
          }
        </ol>
      }
      @if (others().length > 0) {
        <select
          class="input"
          [id]="editor.idAt('/modifierGroupIds')"
          [attr.aria-label]="t.addGroup"
          (change)="add($event)"
        >
          <option value="" selected>{{ t.addGroup }}…</option>
          @for (group of others(); track group.id) {
            <option [value]="group.id">{{ group.name }}</option>
          }
        </select>
      }
      @if (editor.errorAt('/modifierGroupIds'); as text) {
        <p class="error">{{ text }}</p>
      }
    </fieldset>
  `,
  styleUrl: './dish-part.css',
})
export class DishGroups {
  private readonly announcer = inject(Announcer);
  private readonly surroundings = inject(MenuSurroundings);
  protected readonly editor = inject(DishEditor);
  protected readonly t = DISH_TEXTS;
  private readonly ids = computed(() => this.editor.draft()?.modifierGroupIds ?? []);
  protected readonly chosen = computed(() => this.ids().map((id) => this.named(id)));
  protected readonly others = computed(() => {
    const ids = new Set(this.ids());
    return this.surroundings
      .groups()
      .filter(({ id }) => !ids.has(id))
      .map(({ id }) => this.named(id));
  });

  protected add(event: Event): void {
    const id = valueOf(event);
    (event.target as HTMLSelectElement).value = '';
    if (id !== '') this.editor.patch({ modifierGroupIds: [...this.ids(), id] });
  }

  protected remove(groupId: string): void {
    this.editor.patch({ modifierGroupIds: this.ids().filter((id) => id !== groupId) });
  }

  protected move(name: string, from: number, to: number): void {
    this.editor.patch({ modifierGroupIds: moved(this.ids(), from, to) });
    this.announcer.polite(this.t.movedTo(name, to + 1, this.ids().length));
  }

  private named(id: string): { readonly id: string; readonly name: string } {
    return { id, name: this.surroundings.groupName(id, this.editor.terms().defaultLanguage) };
  }
}
