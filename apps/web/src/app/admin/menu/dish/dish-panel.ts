import { Component, computed, inject, viewChild } from '@angular/core';
import { Router } from '@angular/router';
import { Connectivity } from '../../../core/device/connectivity';
import { SessionStore } from '../../../core/session/session-store';
import { Banner } from '../../../ui/banner/banner';
import { ErrorSummary } from '../../../ui/field/error-summary';
import { DishActions } from './dish-actions';
import { DishDeclarations } from './dish-declarations';
import { DishEditor } from './dish-editor';
import { DishGroups } from './dish-groups';
import { DishKitchen } from './dish-kitchen';
import { DishLimits } from './dish-limits';
import { DishPhoto } from './dish-photo';
import { DishPhotos } from './dish-photos';
import { DishPreview } from './dish-preview';
import { DishSizes } from './dish-sizes';
import { DISH_TEXTS } from './dish-texts';
import { DishTimes } from './dish-times';
import { DishWords } from './dish-words';

/** One dish as a whole. Fetched when it is first wanted, so it injects what it needs and takes nothing from its place. */
@Component({
  selector: 'app-dish-panel',
  imports: [
    Banner,
    DishActions,
    DishDeclarations,
    DishGroups,
    DishKitchen,
    DishLimits,
    DishPhoto,
    DishPreview,
    DishSizes,
    DishTimes,
    DishWords,
    ErrorSummary,
  ],
  providers: [DishPhotos],
  templateUrl: './dish-panel.html',
  styleUrl: './dish-panel.css',
})
export class DishPanel {
  private readonly router = inject(Router);
  private readonly session = inject(SessionStore);
  private readonly online = inject(Connectivity).online;
  protected readonly editor = inject(DishEditor);
  protected readonly t = DISH_TEXTS;
  private readonly photos = inject(DishPhotos);
  private readonly summary = viewChild(ErrorSummary);
  protected readonly mayEdit = computed(() => this.session.may('menu.edit'));
  protected readonly readOnly = computed(() => !this.mayEdit() || !this.online());
  /** The first of each field: the summary leads to it. */
  protected readonly problems = computed(() => {
    const seen = new Map(this.editor.faults().map(({ pointer, text }) => [this.editor.idAt(pointer), text]));
    return [...seen].map(([controlId, text]) => ({ controlId, text }));
  });

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    if (this.readOnly()) return;
    const wasNew = this.editor.isNew();
    const hasPhoto = this.photos.waiting() !== null;
    const saved = await this.editor.save();
    if (saved === null) return this.problems().length > 0 ? this.summary()?.focus() : undefined;
    if (!wasNew) return;
    if (hasPhoto) void this.photos.send(saved);
    const queryParams = { dish: saved.item.id, from: null };
    await this.router.navigate([], { queryParams, queryParamsHandling: 'merge', replaceUrl: true });
  }
}
