import { Component, DOCUMENT, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { formatAmount, type StockView } from '@comanda/shared';
import { Announcer } from '../../core/a11y/announcer';
import { toApiProblem } from '../../core/api/api-problem';
import { newIdempotencyKey } from '../../core/api/idempotency-key';
import { Connectivity } from '../../core/device/connectivity';
import { SessionStore } from '../../core/session/session-store';
import { Banner } from '../../ui/banner/banner';
import { DialogSheet } from '../../ui/dialog-sheet/dialog-sheet';
import { Icon } from '../../ui/icon/icon';
import { Toasts } from '../../ui/toast/toasts';
import { problemWords } from '../words/problem-words';
import { BookForm, type StockWish } from './book-form';
import { handFile } from './hand-file';
import { StockNav } from './stock-nav';
import { StockStore } from './stock-store';
import { BOOK_TEXTS, STOCK_TEXTS } from './stock-texts';

interface Chosen {
  readonly id: string;
  readonly kind: 'receive' | 'waste';
  /** One for each opening: what is sent twice is booked once. */
  readonly key: string;
}

/** Every ingredient with what is there, what is low, and what it takes off sale. */
@Component({
  selector: 'app-stock-page',
  imports: [Banner, BookForm, DialogSheet, Icon, RouterLink, StockNav],
  providers: [StockStore],
  templateUrl: './stock-page.html',
  styleUrls: ['./stock.css', '../shell/office-list.css'],
})
export class StockPage {
  readonly show = input<string>();

  private readonly document = inject(DOCUMENT);
  private readonly toasts = inject(Toasts);
  private readonly announcer = inject(Announcer);
  private readonly session = inject(SessionStore);
  protected readonly store = inject(StockStore);
  protected readonly online = inject(Connectivity).online;
  protected readonly t = STOCK_TEXTS;
  protected readonly formatAmount = formatAmount;
  protected readonly busy = signal(false);
  protected readonly failure = signal<string | null>(null);
  protected readonly chosen = signal<Chosen | null>(null);
  protected readonly mayBook = computed(() => this.session.may('stock.book') && this.online());
  protected readonly rows = computed(() => (this.show() === 'low' ? this.store.short() : (this.store.stock() ?? [])));
  protected readonly chosenStock = computed(
    () => this.store.stock()?.find(({ id }) => id === this.chosen()?.id) ?? null,
  );

  protected choose(id: string, kind: Chosen['kind']): void {
    this.failure.set(null);
    this.chosen.set({ id, kind, key: newIdempotencyKey() });
  }

  protected async wish(ingredient: StockView, wish: StockWish): Promise<void> {
    if (this.busy() || !this.online()) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      const text = await this.carryOut(ingredient, wish);
      this.chosen.set(null);
      this.announcer.polite(text);
      this.toasts.show({ text });
    } catch (error) {
      this.failure.set(problemWords(toApiProblem(error)));
    } finally {
      this.busy.set(false);
    }
  }

  protected async save(): Promise<void> {
    try {
      handFile(this.document, await this.store.sheet(), 'stock.csv');
      this.toasts.show({ text: this.t.saved });
    } catch (error) {
      this.toasts.show({ kind: 'failed', text: problemWords(toApiProblem(error)) });
    }
  }

  private async carryOut({ id }: StockView, wish: StockWish): Promise<string> {
    const name = this.store.nameOf(id);
    switch (wish.do) {
      case 'warn':
        await this.store.warnAt(id, wish.lowMilli);
        return BOOK_TEXTS.warned(name);
      case 'stop':
        await this.store.stopCounting(id);
        return BOOK_TEXTS.stopped(name);
      case 'book': {
        const { onHandMilli = 0, unit } = await this.store.book(
          { ingredientId: id, ...wish.booking },
          this.chosen()?.key ?? newIdempotencyKey(),
        );
        return BOOK_TEXTS.done(name, formatAmount(onHandMilli, unit));
      }
    }
  }
}
