import { Component, computed, inject } from '@angular/core';
import { textIn, type SectionNameView } from '@comanda/shared';
import { Field, FieldControl } from '../../../ui/field/field';
import { MenuSurroundings } from '../menu-surroundings';
import { OfficeMenuStore } from '../office-menu-store';
import { DishEditor } from './dish-editor';
import { DISH_TEXTS } from './dish-texts';
import { valueOf } from '../../words/value-of';

/** Where the dish belongs: on the menu, in the kitchen, in the books. */
@Component({
  selector: 'app-dish-kitchen',
  imports: [Field, FieldControl],
  templateUrl: './dish-kitchen.html',
  styleUrl: './dish-part.css',
})
export class DishKitchen {
  private readonly menu = inject(OfficeMenuStore);
  private readonly surroundings = inject(MenuSurroundings);
  protected readonly editor = inject(DishEditor);
  protected readonly t = DISH_TEXTS;
  protected readonly valueOf = valueOf;
  protected readonly sections = computed(() => this.menu.menu()?.sections ?? []);
  /** What the dish names stays in the list, though the house may know it no more. */
  protected readonly stations = computed(() => {
    const [known, chosen] = [this.surroundings.stations(), this.editor.draft()?.stationId ?? ''];
    const missing = chosen !== '' && !known.some(({ id }) => id === chosen);
    return missing ? [...known, { id: chosen, name: chosen }] : known;
  });
  protected readonly taxClasses = computed(() => {
    const chosen = this.editor.draft()?.taxClass ?? '';
    return [...new Set([...this.surroundings.taxClasses(), ...(chosen === '' ? [] : [chosen])])];
  });

  protected nameOf({ name }: SectionNameView): string {
    const { defaultLanguage } = this.editor.terms();
    return textIn(name, defaultLanguage, defaultLanguage);
  }

  /** In the order of the menu, so that the same choice is the same value. */
  protected toggle(sectionId: string): void {
    const chosen = new Set(this.editor.draft()?.sectionIds ?? []);
    const ids = this.sections().map(({ id }) => id);
    this.editor.patch({ sectionIds: ids.filter((id) => chosen.has(id) !== (id === sectionId)) });
  }
}
