import { Component, computed, inject, signal } from '@angular/core';
import type { StaffView } from '@comanda/shared';
import { Announcer } from '../../core/a11y/announcer';
import { toApiProblem } from '../../core/api/api-problem';
import { Connectivity } from '../../core/device/connectivity';
import { SessionStore } from '../../core/session/session-store';
import { Banner } from '../../ui/banner/banner';
import { DialogSheet } from '../../ui/dialog-sheet/dialog-sheet';
import { Icon } from '../../ui/icon/icon';
import { Toasts } from '../../ui/toast/toasts';
import { ROLE_NAMES } from '../shell/office-texts';
import { problemWords } from '../words/problem-words';
import { StaffForm, type StaffWish } from './staff-form';
import { StaffStore } from './staff-store';
import { STAFF_TEXTS } from './staff-texts';

/** Who may log in at this restaurant, and as what. */
@Component({
  selector: 'app-staff-page',
  imports: [Banner, DialogSheet, Icon, StaffForm],
  providers: [StaffStore],
  templateUrl: './staff-page.html',
  styleUrls: ['./staff-page.css', '../shell/office-list.css'],
})
export class StaffPage {
  protected readonly store = inject(StaffStore);
  private readonly toasts = inject(Toasts);
  private readonly announcer = inject(Announcer);
  private readonly session = inject(SessionStore).session;
  protected readonly online = inject(Connectivity).online;
  protected readonly t = STAFF_TEXTS;
  protected readonly roleNames = ROLE_NAMES;
  /** The account in the sheet; `new` makes one. */
  protected readonly chosen = signal<StaffView | 'new' | null>(null);
  protected readonly busy = signal(false);
  protected readonly failure = signal<string | null>(null);
  protected readonly self = computed(() => this.session()?.staff.id ?? null);

  protected choose(account: StaffView | 'new'): void {
    this.failure.set(null);
    this.chosen.set(account);
  }

  protected headingOf(chosen: StaffView | 'new' | null): string {
    return chosen === null || chosen === 'new' ? this.t.addHeading : chosen.name;
  }

  protected async save(wish: StaffWish, name: string): Promise<void> {
    if (this.busy() || !this.online()) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      const isNew = wish.kind === 'create';
      await (isNew ? this.store.create(wish.request) : this.store.change(wish.id, wish.request));
      this.chosen.set(null);
      const text = isNew ? this.t.done.created(wish.request.name) : this.t.done.changed(wish.request.name ?? name);
      this.announcer.polite(text);
      this.toasts.show({ text });
    } catch (error) {
      this.failure.set(problemWords(toApiProblem(error)));
    } finally {
      this.busy.set(false);
    }
  }
}
