import { Component, computed, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import { textIn } from '@comanda/shared';
import { DialogSheet } from '../../../ui/dialog-sheet/dialog-sheet';
import { Icon } from '../../../ui/icon/icon';
import { SaleStore } from '../../sold-out/sale-store';
import { DishEditor, NEW_DISH } from './dish-editor';
import { DishRemoval } from './dish-removal';
import { DISH_TEXTS } from './dish-texts';
import { usersOf } from './dish-users';

/** What can be done with a dish that is on the menu. */
@Component({
  selector: 'app-dish-actions',
  imports: [DialogSheet, Icon],
  providers: [DishRemoval],
  templateUrl: './dish-actions.html',
  styleUrl: './dish-actions.css',
})
export class DishActions {
  private readonly router = inject(Router);
  private readonly editor = inject(DishEditor);
  private readonly sale = inject(SaleStore);
  protected readonly removal = inject(DishRemoval);
  protected readonly t = DISH_TEXTS;
  protected readonly asking = signal(false);
  protected readonly users = computed(() => {
    const [document, view] = [this.sale.document(), this.editor.base()];
    return document === null || view === null ? null : usersOf(document, view.item);
  });
  protected readonly name = computed(() => {
    const { defaultLanguage } = this.editor.terms();
    return textIn(this.editor.base()?.item.name ?? {}, defaultLanguage, defaultLanguage);
  });

  protected duplicate(): void {
    this.go({ dish: NEW_DISH, from: this.editor.id() });
  }

  protected ask(): void {
    this.removal.failure.set(null);
    this.asking.set(true);
  }

  protected async remove(): Promise<void> {
    const view = this.editor.base();
    if (view === null || !(await this.removal.remove(view, this.name()))) return;
    this.asking.set(false);
    // What was typed about a dish that is gone has nowhere to go.
    this.editor.discard();
    this.go({ dish: null, from: null });
  }

  private go(queryParams: Readonly<Record<string, string | null>>): void {
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }
}
