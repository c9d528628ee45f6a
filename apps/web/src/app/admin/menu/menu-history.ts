import { Component, computed, inject, signal } from '@angular/core';
import type { MenuRevisionView } from '@comanda/shared';
import { Announcer } from '../../core/a11y/announcer';
import { toApiProblem } from '../../core/api/api-problem';
import { Connectivity } from '../../core/device/connectivity';
import { SessionStore } from '../../core/session/session-store';
import { Clock } from '../../core/time/clock';
import { Banner } from '../../ui/banner/banner';
import { DialogSheet } from '../../ui/dialog-sheet/dialog-sheet';
import { Toasts } from '../../ui/toast/toasts';
import { OfficeLocation } from '../shell/office-location';
import { momentWords } from '../words/moment';
import { problemWords } from '../words/problem-words';
import { CAUSE_NAMES, HISTORY_TEXTS, MENU_TEXTS } from './menu-texts';
import { RevisionsStore } from './revisions-store';

/** Who changed what in the menu, and the way back to any of it. */
@Component({
  selector: 'app-menu-history',
  imports: [Banner, DialogSheet],
  templateUrl: './menu-history.html',
  styleUrls: ['./menu-lists.css', '../shell/office-list.css'],
})
export class MenuHistory {
  protected readonly store = inject(RevisionsStore);
  private readonly clock = inject(Clock);
  private readonly office = inject(OfficeLocation);
  private readonly toasts = inject(Toasts);
  private readonly announcer = inject(Announcer);
  private readonly session = inject(SessionStore);
  private readonly online = inject(Connectivity).online;
  protected readonly readOnly = computed(() => !this.session.may('menu.edit') || !this.online());
  protected readonly t = HISTORY_TEXTS;
  protected readonly causes = CAUSE_NAMES;
  protected readonly chosen = signal<MenuRevisionView | null>(null);
  protected readonly busy = signal(false);
  protected readonly failure = signal<string | null>(null);
  protected readonly currentNumber = computed(() => this.store.revisions()?.[0]?.number ?? null);

  protected when(at: string): string {
    return momentWords(at, this.clock.now(), this.office.timezone());
  }

  protected choose(revision: MenuRevisionView): void {
    this.failure.set(null);
    this.chosen.set(revision);
  }

  protected async restore(number: number): Promise<void> {
    const before = this.currentNumber();
    if (!(await this.run(number))) return;
    this.chosen.set(null);
    const undo = before === null ? {} : { undo: () => void this.run(before), undoLabel: MENU_TEXTS.undo };
    this.toasts.show({ text: this.t.restored(number), ...undo });
  }

  private async run(number: number): Promise<boolean> {
    if (this.busy()) return false;
    this.busy.set(true);
    this.failure.set(null);
    try {
      await this.store.restore(number);
      this.announcer.polite(this.t.restored(number));
      return true;
    } catch (error) {
      this.failure.set(problemWords(toApiProblem(error)));
      return false;
    } finally {
      this.busy.set(false);
    }
  }
}
