import { Injectable, inject, signal } from '@angular/core';
import type { MenuItemView, MenuSectionView } from '@comanda/shared';
import { Announcer } from '../../../core/a11y/announcer';
import { toApiProblem } from '../../../core/api/api-problem';
import { Toasts } from '../../../ui/toast/toasts';
import { problemWords } from '../../words/problem-words';
import { EntityApi } from '../entity-api';
import { OfficeMenuStore } from '../office-menu-store';
import { requestOfView } from './dish-reading';
import { DISH_TEXTS } from './dish-texts';

/** Takes a dish off the menu; the way back puts it into its old places too. */
@Injectable()
export class DishRemoval {
  private readonly menu = inject(OfficeMenuStore);
  private readonly entities = inject(EntityApi);
  private readonly announcer = inject(Announcer);
  private readonly toasts = inject(Toasts);

  readonly busy = signal(false);
  readonly failure = signal<string | null>(null);

  /** True when it is gone. */
  async remove(view: MenuItemView, name: string): Promise<boolean> {
    if (this.busy()) return false;
    this.busy.set(true);
    this.failure.set(null);
    try {
      const places = (await this.entities.sections()).filter(({ section }) => section.itemIds.includes(view.item.id));
      await this.menu.removeItem(view.item.id, view.etag);
      const text = DISH_TEXTS.removed(name);
      this.announcer.polite(text);
      this.toasts.show({ text, undo: () => void this.putBack(view, places, name) });
      return true;
    } catch (error) {
      const problem = toApiProblem(error);
      this.failure.set(problem.code === 'version_mismatch' ? DISH_TEXTS.changedMeanwhile : problemWords(problem));
      return false;
    } finally {
      this.busy.set(false);
    }
  }

  private async putBack(view: MenuItemView, places: readonly MenuSectionView[], name: string): Promise<void> {
    try {
      await this.menu.putItem(view.item.id, null, requestOfView(view.item, view.sectionIds));
      await this.intoOldPlaces(places);
      this.announcer.polite(DISH_TEXTS.created(name));
    } catch (error) {
      this.toasts.show({ kind: 'failed', text: `${DISH_TEXTS.undoFailed}: ${problemWords(toApiProblem(error))}` });
    }
  }

  /** A section that somebody changed meanwhile keeps that; the dish then stands at its end. */
  private async intoOldPlaces(places: readonly MenuSectionView[]): Promise<void> {
    const now = await this.entities.sections();
    for (const { section: before } of places) {
      const view = now.find(({ section }) => section.id === before.id);
      const same = view !== undefined && [...view.section.itemIds].sort().join() === [...before.itemIds].sort().join();
      if (same) await this.entities.putSection({ ...view.section, itemIds: before.itemIds }, view.etag);
    }
  }
}
